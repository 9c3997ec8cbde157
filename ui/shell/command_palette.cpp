// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/models/text.h"
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
            drawIcon(painter, sign.adjusted(-2, -2, 2, 2), entry.kind == PaletteEntry::Kind::Module ? QStringLiteral("file") : QStringLiteral("chevron-right"), theme.text2);
        double right = row.right() - 10;
        const QString key = option.state & QStyle::State_Selected && entry.key.isEmpty() ? PaletteModel::tr("Enter") : entry.key;
        if (!key.isEmpty()) {
            const int wide = keycapWidth(key, theme);
            drawKeycap(painter, QRectF(right - wide, row.center().y() - 9, wide, 18), key, theme);
            right -= wide + 8;
        }
        const bool mono = entry.kind == PaletteEntry::Kind::Module;
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

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    m_all = std::move(entries);
    setFilter({});
}

void PaletteModel::setFilter(const QString& text)
{
    beginResetModel();
    m_filter = text.trimmed();
    m_shown.clear();
    m_found = 0;
    const auto group = [&](const QString& title, std::initializer_list<PaletteEntry::Kind> kinds, int most) {
        bool titled = false;
        int shown = 0;
        // Names that begin with what was typed come first.
        for (const bool beginning : { true, false }) {
            for (const PaletteEntry& entry : m_all) {
                if (std::find(kinds.begin(), kinds.end(), entry.kind) == kinds.end())
                    continue;
                const QString last = entry.kind == PaletteEntry::Kind::Module ? entry.title.section(QLatin1Char('.'), -1) : entry.title;
                const bool starts = m_filter.isEmpty() || last.startsWith(m_filter, Qt::CaseInsensitive);
                const bool fits = starts || entry.title.contains(m_filter, Qt::CaseInsensitive) || entry.target.contains(m_filter, Qt::CaseInsensitive);
                if (!fits || starts != beginning)
                    continue;
                ++m_found;
                if (shown++ >= most)
                    continue;
                if (!titled) {
                    PaletteEntry heading;
                    heading.kind = PaletteEntry::Kind::Heading;
                    heading.title = title;
                    m_shown.push_back(heading);
                    titled = true;
                }
                m_shown.push_back(entry);
            }
        }
    };
    group(tr("Modules"), { PaletteEntry::Kind::Module }, m_filter.isEmpty() ? 4 : kMostModules);
    group(tr("Pages"), { PaletteEntry::Kind::Page }, 20);
    group(tr("Commands"), { PaletteEntry::Kind::Command }, 20);
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
    m_field->setPlaceholderText(tr("Go to module, page, command"));
    m_field->setAccessibleName(tr("Module, page or command"));
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

void CommandPalette::popUp(std::vector<PaletteEntry> entries)
{
    m_model.setEntries(std::move(entries));
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
    if (entry.kind == PaletteEntry::Kind::Module)
        Q_EMIT moduleChosen(entry.target);
    else if (entry.kind == PaletteEntry::Kind::Page)
        Q_EMIT pageChosen(entry.target);
    else if (entry.action)
        entry.action->trigger();
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
