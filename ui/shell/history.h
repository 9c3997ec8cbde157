// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// History: the views that were looked at, for back and forward. A view is a page and a module.
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

namespace ferroscope::ui {

struct ViewPlace {
    QString page, module;
    friend bool operator==(const ViewPlace&, const ViewPlace&) = default;
};

class History final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    void visit(const ViewPlace& place); // drops what lay ahead; the same place twice is one
    std::optional<ViewPlace> back();
    std::optional<ViewPlace> forward();
    bool canBack() const { return m_at > 0; }
    bool canForward() const { return m_at + 1 < m_places.size(); }
    void clear();

Q_SIGNALS:
    void changed();

private:
    std::vector<ViewPlace> m_places; // at most a hundred
    std::size_t m_at = 0;
};

} // namespace ferroscope::ui
