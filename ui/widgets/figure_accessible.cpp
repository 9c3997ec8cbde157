// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figure_accessible.h"

#include "ui/widgets/figure_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace ferroscope::ui {

namespace {

class FigureMark final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    FigureMark(FigureView* view, int at)
        : m_view(view)
        , m_at(at)
    {
    }
    bool isValid() const override { return m_view && m_at < static_cast<int>(m_view->marks().size()); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        return kind == QAccessible::Name ? mark().name : kind == QAccessible::Description ? mark().description : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inside = mark().rect.toAlignedRect();
        return QRect(m_view->mapToGlobal(inside.topLeft()), inside.size());
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid())
            return state;
        state.focusable = state.selectable = true;
        state.selected = m_view->currentMark() == m_at;
        state.focused = state.selected && m_view->hasFocus();
        state.invisible = !m_view->isVisible();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return { pressAction(), setFocusAction() }; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& name) override
    {
        if (!isValid())
            return;
        if (name == setFocusAction())
            m_view->setFocus();
        m_view->chooseMark(m_at);
    }

private:
    const FigureMarkText& mark() const { return m_view->marks()[static_cast<std::size_t>(m_at)]; }
    QPointer<FigureView> m_view;
    int m_at;
};

class FigureInterface final : public QAccessibleWidget {
public:
    explicit FigureInterface(FigureView* view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {
    }
    ~FigureInterface() override
    {
        for (const QAccessible::Id id : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }
    int childCount() const override { return m_view ? static_cast<int>(m_view->marks().size()) : 0; }
    QAccessibleInterface* child(int at) const override
    {
        if (at < 0 || at >= childCount())
            return nullptr;
        if (m_children.size() <= static_cast<std::size_t>(at))
            m_children.resize(static_cast<std::size_t>(at) + 1, 0);
        QAccessible::Id& id = m_children[static_cast<std::size_t>(at)];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new FigureMark(m_view, at));
        return QAccessible::accessibleInterface(id);
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (std::size_t at = 0; at < m_children.size(); ++at) {
            if (m_children[at] != 0 && QAccessible::accessibleInterface(m_children[at]) == wanted)
                return static_cast<int>(at);
        }
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        // The last one that covers the point lies on top.
        for (int at = childCount() - 1; at >= 0; --at) {
            if (QAccessibleInterface* one = child(at); one->rect().contains(x, y))
                return one;
        }
        return nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        if (!m_view || !m_view->hasFocus())
            return nullptr;
        QAccessibleInterface* current = child(m_view->currentMark());
        return current ? current : QAccessible::queryAccessibleInterface(m_view);
    }

private:
    QPointer<FigureView> m_view;
    mutable std::vector<QAccessible::Id> m_children; // made when asked for
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object)
{
    if (className != QLatin1String("ferroscope::ui::FigureView"))
        return nullptr;
    auto* view = qobject_cast<FigureView*>(object);
    // A picture without marks is a picture.
    return view && view->hasMarks() ? new FigureInterface(view) : nullptr;
}

} // namespace

void installFigureAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(&makeInterface);
        return true;
    }();
    (void)once;
}

} // namespace ferroscope::ui
