// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/models/text.h"
#include "ui/shell/search.h"
#include "ui/render/marks.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ferroscope::ui {

namespace {

constexpr int kMostModules = 8;
constexpr std::size_t kMostOthers = 5;
constexpr qsizetype kSearchFrom = 2; // letters

QString iconOf(PaletteEntry::Kind kind)
{
    switch (kind) {
    case PaletteEntry::Kind::Module:
    case PaletteEntry::Kind::Function: return QStringLiteral("file");
    case PaletteEntry::Kind::Package: return QStringLiteral("packages");
    case PaletteEntry::Kind::Finding: return QStringLiteral("warning");
    default: return QStringLiteral("chevron-right");
    }
}

class PaletteDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* model = static_cast<const PaletteModel*>(index.model());
        return { option.rect.width(), model->entry(index.row()).kind == PaletteEntry::Kind::Heading ? 24 : 28 };
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = themeOf(option.palette);
        const auto* model = static_cast<const PaletteModel*>(index.model());
        const PaletteEntry& entry = model->entry(index.row());
        const QRectF row(option.rect);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (entry.kind == PaletteEntry::Kind::Heading) {
            render::drawText(*painter, row.adjusted(10, 4, -10, 0), Qt::AlignVCenter | Qt::AlignLeft, entry.title, theme.font(TextRole::Caption), theme.text3);
            painter->restore();
            return;
        }
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.accentSoft);
            painter->drawRoundedRect(row.adjusted(0, 0, 0, -1), theme.radiusControl, theme.radiusControl);
        }
        const QRectF sign(row.left() + 10, row.center().y() - 6, 12, 12);
        if (entry.verdict)
            render::drawVerdict(*painter, sign, *entry.verdict, theme);
        else
            drawIcon(painter, sign.adjusted(-2, -2, 2, 2), iconOf(entry.kind), theme.text2);
        double right = row.right() - 10;
        const QString key = option.state & QStyle::State_Selected && entry.key.isEmpty() ? PaletteModel::tr("Enter") : entry.key;
        if (!key.isEmpty()) {
            const int wide = keycapWidth(key, theme);
            drawKeycap(painter, QRectF(right - wide, row.center().y() - 9, wide, 18), key, theme);
            right -= wide + 8;
        }
        const bool mono = entry.kind == PaletteEntry::Kind::Module || entry.kind == PaletteEntry::Kind::Function;
        drawTitle(painter, QRectF(row.left() + 32, row.top(), right - row.left() - 32, row.height()), entry, model->filter(), mono, theme);
        painter->restore();
    }

private:
    // What was typed stands out in the title.
    static void drawTitle(QPainter* painter, const QRectF& room, const PaletteEntry& entry, const QString& typed, bool mono, const Theme& theme)
    {
        const QFont plain = theme.font(mono ? TextRole::Code : TextRole::Table);
        QFont strong = plain;
        strong.setWeight(QFont::DemiBold);
        const qsizetype at = typed.isEmpty() ? -1 : entry.title.indexOf(typed, 0, Qt::CaseInsensitive);
        double x = room.left();
        const auto piece = [&](const QString& text, const QFont& font, const QColor& color) {
            if (!text.isEmpty() && x < room.right())
                x += render::drawText(*painter, QRectF(x, room.top(), room.right() - x, room.height()), Qt::AlignVCenter | Qt::AlignLeft, text, font, color);
        };
        if (at < 0) {
            piece(entry.title, plain, theme.text);
        } else {
            piece(entry.title.left(at), plain, theme.text);
            piece(entry.title.mid(at, typed.size()), strong, theme.accent);
            piece(entry.title.mid(at + typed.size()), plain, theme.text);
        }
        x += 10;
        piece(entry.detail, theme.font(TextRole::Caption), theme.text3);
    }
};

} // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries, AssessmentPtr assessment)
{
    m_all = std::move(entries);
    m_assessment = std::move(assessment);
    setFilter({});
}

void PaletteModel::addGroup(const QString& title, std::vector<PaletteEntry> entries)
{
    if (entries.empty())
        return;
    PaletteEntry heading;
    heading.kind = PaletteEntry::Kind::Heading;
    heading.title = title;
    m_shown.push_back(heading);
    std::ranges::move(entries, std::back_inserter(m_shown));
}

void PaletteModel::search(const std::string& wanted)
{
    const auto entry = [](PaletteEntry::Kind kind, const QString& title, const QString& detail, const QString& target, int line) {
        PaletteEntry one { kind, title, detail, {}, target, {}, nullptr };
        one.line = line;
        return one;
    };
    const SearchHits functions = searchFunctions(*m_assessment, wanted, kMostOthers), packages = searchPackages(*m_assessment, wanted, kMostOthers),
                     findings = searchFindings(*m_assessment, wanted, kMostOthers);
    m_found += static_cast<int>(functions.found + packages.found + findings.found);
    std::vector<PaletteEntry> found;
    for (const SearchHit& hit : functions.first) {
        const AssessedModule& module = m_assessment->modules[hit.module];
        const AssessedFunction& function = module.functions[hit.at];
        found.push_back(entry(PaletteEntry::Kind::Function, qs(function.name), qs(module.name), qs(module.path), static_cast<int>(function.line)));
    }
    addGroup(tr("Functions"), std::exchange(found, {}));
    for (const SearchHit& hit : packages.first) {
        const PackageReadiness& package = m_assessment->dependencies[hit.at];
        found.push_back(entry(PaletteEntry::Kind::Package, qs(package.name), packageStatus(package.status), qs(package.name), 0));
    }
    addGroup(tr("Packages"), std::exchange(found, {}));
    for (const SearchHit& hit : findings.first) {
        const Finding& finding = m_assessment->findings[hit.at];
        found.push_back(entry(PaletteEntry::Kind::Finding, qs(finding.message), qs(finding.rule) + QStringLiteral("  ") + qs(finding.path) + QLatin1Char(':') + QString::number(finding.line), qs(finding.path), static_cast<int>(finding.line)));
    }
    addGroup(tr("Findings"), std::move(found));
}

void PaletteModel::setFilter(const QString& text)
{
    beginResetModel();
    m_filter = text.trimmed();
    m_shown.clear();
    m_found = 0;
    const auto group = [&](const QString& title, PaletteEntry::Kind kind, int most) {
        std::vector<PaletteEntry> found;
        // Names that begin with what was typed come first.
        for (const bool beginning : { true, false }) {
            for (const PaletteEntry& entry : m_all) {
                if (entry.kind != kind)
                    continue;
                const QStringView name(entry.title);
                const QStringView last = kind == PaletteEntry::Kind::Module ? name.mid(name.lastIndexOf(QLatin1Char('.')) + 1) : name;
                const bool starts = m_filter.isEmpty() || last.startsWith(m_filter, Qt::CaseInsensitive);
                const bool fits = starts || name.contains(m_filter, Qt::CaseInsensitive) || entry.target.contains(m_filter, Qt::CaseInsensitive);
                if (!fits || starts != beginning)
                    continue;
                ++m_found;
                if (static_cast<int>(found.size()) < most)
                    found.push_back(entry);
            }
        }
        addGroup(title, std::move(found));
    };
    group(tr("Modules"), PaletteEntry::Kind::Module, m_filter.isEmpty() ? 4 : kMostModules);
    if (m_assessment && m_filter.size() >= kSearchFrom)
        search(folded(m_filter.toStdString()));
    group(tr("Pages"), PaletteEntry::Kind::Page, 20);
    group(tr("Commands"), PaletteEntry::Kind::Command, 40);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PaletteEntry& one = entry(index.row());
    if (role == Qt::DisplayRole)
        return one.title;
    if (role == Qt::AccessibleTextRole)
        return one.detail.isEmpty() ? one.title : QString(one.title + QLatin1String(", ") + one.detail);
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || entry(index.row()).kind == PaletteEntry::Kind::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window, Qt::Popup)
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_found(caption({}))
{
    setAccessibleName(tr("Command palette"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(7, 7, 7, 7);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(new IconLabel(QStringLiteral("search"), 16, Tone::Text2));
    m_field->setProperty("look", QStringLiteral("bare"));
    m_field->setPlaceholderText(tr("Go to module, function, package, finding, page, command"));
    m_field->setAccessibleName(tr("Module, function, package, finding, page or command"));
    m_field->setFont(Theme::light().font(TextRole::Body));
    m_field->setFrame(false);
    m_field->installEventFilter(this);
    row->addWidget(m_field, 1);
    row->addWidget(m_found);
    column->addLayout(row);
    column->addWidget(new Hairline(Qt::Horizontal));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model.setFilter(text);
        firstRow();
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
}

void CommandPalette::popUp(std::vector<PaletteEntry> entries, AssessmentPtr assessment)
{
    m_model.setEntries(std::move(entries), std::move(assessment));
    m_field->clear();
    firstRow();
    const QWidget* window = parentWidget();
    fitRows();
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, 52)));
    show();
    m_field->setFocus();
}

void CommandPalette::fitRows()
{
    int rows = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        rows += m_model.entry(row).kind == PaletteEntry::Kind::Heading ? 24 : 28;
    const QWidget* window = parentWidget();
    resize(std::min(560, window->width() - 40), std::min(66 + std::max(rows, 28), window->height() - 120));
}

void CommandPalette::firstRow()
{
    m_found->setText(tr("%1 found").arg(m_model.found()));
    fitRows();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.entry(row).kind != PaletteEntry::Kind::Heading) {
            m_list->setCurrentIndex(m_model.index(row));
            return;
        }
    }
}

void CommandPalette::step(int by)
{
    int row = m_list->currentIndex().row();
    do {
        row += by;
        if (row < 0 || row >= m_model.rowCount())
            return;
    } while (m_model.entry(row).kind == PaletteEntry::Kind::Heading);
    m_list->setCurrentIndex(m_model.index(row));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Down: step(1); return true;
        case Qt::Key_Up: step(-1); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::choose(const QModelIndex& index)
{
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled))
        return;
    const PaletteEntry entry = m_model.entry(index.row());
    hide();
    switch (entry.kind) {
    case PaletteEntry::Kind::Module:
    case PaletteEntry::Kind::Function:
    case PaletteEntry::Kind::Finding: Q_EMIT moduleChosen(entry.target, entry.line); break;
    case PaletteEntry::Kind::Package: Q_EMIT packageChosen(entry.target); break;
    case PaletteEntry::Kind::Page: Q_EMIT pageChosen(entry.target); break;
    case PaletteEntry::Kind::Command:
        if (entry.action)
            entry.action->trigger();
        break;
    case PaletteEntry::Kind::Heading: break;
    }
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setPen(theme.lineStrong);
    painter.setBrush(theme.raised);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace ferroscope::ui
