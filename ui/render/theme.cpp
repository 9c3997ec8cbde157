// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/theme.h"

#include "ui/render/fonts.h"
#include "ui/render/resources.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

const QJsonObject& tokens()
{
    static const QJsonObject object = [] {
        initResources();
        QFile file(u":/ferroscope/theme/tokens.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the design tokens are not compiled in");
        return QJsonDocument::fromJson(file.readAll()).object();
    }();
    return object;
}

QColor parseColor(const QString& text) // "#RRGGBB" or "rgba(r,g,b,a)"
{
    if (!text.startsWith(u"rgba("))
        return QColor(text);
    const QStringList parts = text.mid(5, text.size() - 6).split(u',');
    return parts.size() == 4 ? QColor(parts[0].toInt(), parts[1].toInt(), parts[2].toInt(), qRound(parts[3].toDouble() * 255))
                             : QColor();
}

template <std::size_t N> std::array<QColor, N> colors(const QJsonValue& list)
{
    std::array<QColor, N> out;
    for (std::size_t i = 0; i < N; ++i)
        out[i] = parseColor(list.toArray().at(static_cast<qsizetype>(i)).toString());
    return out;
}

Shape shapeOf(const QString& name)
{
    static const QMap<QString, Shape> shapes {
        { u"hollow circle"_s, Shape::HollowCircle }, { u"ring with dot"_s, Shape::RingWithDot },
        { u"filled diamond"_s, Shape::FilledDiamond }, { u"hollow hexagon"_s, Shape::HollowHexagon },
        { u"hollow triangle"_s, Shape::HollowTriangle }, { u"dashed circle"_s, Shape::DashedCircle },
        { u"half-filled square"_s, Shape::HalfSquare }, { u"filled square"_s, Shape::FilledSquare },
        { u"filled triangle"_s, Shape::FilledTriangle }, { u"filled hexagon"_s, Shape::FilledHexagon },
        { u"filled chevron"_s, Shape::FilledChevron }, { u"three bars"_s, Shape::ThreeBars },
        { u"hollow diamond"_s, Shape::HollowDiamond }, { u"small dot"_s, Shape::SmallDot },
    };
    return shapes.value(name, Shape::HollowCircle);
}

Pattern patternOf(const QString& name)
{
    static const QMap<QString, Pattern> patterns {
        { u"none"_s, Pattern::None }, { u"dots 6 px"_s, Pattern::Dots }, { u"horizontal lines"_s, Pattern::Horizontal },
        { u"cross-hatch"_s, Pattern::CrossHatch }, { u"vertical lines"_s, Pattern::Vertical },
        { u"dashed outline"_s, Pattern::DashedOutline }, { u"lower half solid"_s, Pattern::LowerHalf },
        { u"solid"_s, Pattern::Solid }, { u"diagonal 45°"_s, Pattern::Diagonal45 }, { u"diagonal 135°"_s, Pattern::Diagonal135 },
        { u"wide diagonal"_s, Pattern::WideDiagonal }, { u"wide horizontal"_s, Pattern::WideHorizontal },
    };
    return patterns.value(name, Pattern::None);
}

void readColors(Theme& theme, const QJsonObject& color)
{
    const std::pair<const char16_t*, QColor*> roles[] = {
        { u"window", &theme.window }, { u"surface", &theme.surface }, { u"sunken", &theme.sunken },
        { u"raised", &theme.raised }, { u"line", &theme.line }, { u"line_strong", &theme.lineStrong },
        { u"text", &theme.text }, { u"text_2", &theme.text2 }, { u"text_3", &theme.text3 },
        { u"accent", &theme.accent }, { u"accent_soft", &theme.accentSoft }, { u"on_accent", &theme.onAccent },
        { u"move", &theme.move }, { u"move_soft", &theme.moveSoft }, { u"warn", &theme.warn },
        { u"warn_soft", &theme.warnSoft }, { u"danger", &theme.danger }, { u"danger_soft", &theme.dangerSoft },
        { u"ok", &theme.ok }, { u"ok_soft", &theme.okSoft }, { u"code_kw", &theme.codeKeyword },
        { u"code_str", &theme.codeString }, { u"code_num", &theme.codeNumber }, { u"code_com", &theme.codeComment },
        { u"code_fn", &theme.codeName }, { u"shadow", &theme.shadow },
    };
    for (const auto& [name, target] : roles)
        *target = parseColor(color[QString::fromUtf16(name)].toString());
}

Scale readScale(const QJsonObject& part, const QString& name, const QString& breaks)
{
    Scale scale;
    scale.color = colors<7>(part[name]);
    scale.ink = colors<7>(part[u"scale_ink"_s]);
    // The published ink list changes at the step where contrast demands it in one scale; each scale picks its own.
    for (std::size_t i = 0; i < scale.ink.size(); ++i) {
        const QColor first = scale.ink.front(), last = scale.ink.back();
        if (contrast(scale.ink[i], scale.color[i]) < 4.5)
            scale.ink[i] = contrast(first, scale.color[i]) > contrast(last, scale.color[i]) ? first : last;
    }
    const QJsonArray list = tokens()[u"scale_breaks"_s][breaks].toArray();
    for (std::size_t i = 0; i < scale.breaks.size(); ++i)
        scale.breaks[i] = list.at(static_cast<qsizetype>(i)).toDouble();
    return scale;
}

void readVerdicts(Theme& theme)
{
    const QJsonObject marks = tokens()[u"print"_s][u"verdict_marks"_s].toObject();
    const QMap<QString, QColor> named {
        { u"accent"_s, theme.accent }, { u"text"_s, theme.text }, { u"text_3"_s, theme.text3 }, { u"line_strong"_s, theme.lineStrong },
    };
    for (const QJsonValue& value : tokens()[u"verdicts"_s].toArray()) {
        const QString id = value[u"id"_s].toString();
        const auto verdict = verdictFromId(id.toStdString());
        if (!verdict)
            continue;
        VerdictStyle& style = theme.verdicts[static_cast<std::size_t>(*verdict)];
        style.pattern = patternOf(value[u"pattern"_s].toString());
        if (theme.kind == Theme::Kind::Print) {
            const QString family = value[u"family"_s].toString();
            const QJsonObject mark = (marks.contains(id) ? marks[id] : marks[family]).toObject();
            style.shape = shapeOf(mark[u"shape"_s].toString());
            style.color = named.value(mark[u"color"_s].toString());
        } else {
            style.shape = shapeOf(value[u"shape"_s].toString());
            style.color = parseColor(value[theme.kind == Theme::Kind::Dark ? u"dark"_s : u"light"_s].toString());
        }
    }
}

TypeStyle readType(const QJsonObject& style)
{
    TypeStyle type;
    type.size = style[u"px"_s].toDouble(style[u"pt"_s].toDouble(type.size));
    type.line = style[u"line"_s].toDouble(type.line);
    type.weight = style[u"weight"_s].toInt(type.weight);
    type.trackingEm = style[u"tracking_em"_s].toDouble();
    type.mono = style[u"family"_s].toString() == u"mono"_s;
    return type;
}

// Which style of the tokens each role takes: window, print.
constexpr std::pair<const char16_t*, const char16_t*> kTypeNames[kTextRoleCount] = {
    { u"answer", u"headline" }, { u"page", u"headline" }, { u"figure", u"headline" }, { u"heading", u"subhead" },
    { u"body", u"body" }, { u"table", u"table" }, { u"caption", u"caption" }, { u"code", u"code" },
    { u"caption", u"label" },
    { u"answer", u"cover_title" }, { u"page", u"cover_sub" }, { u"page", u"headline" }, { u"body", u"lead" },
    { u"caption", u"kicker" }, { u"heading", u"subhead" }, { u"caption", u"table_header" }, { u"caption", u"small" },
    { u"code", u"path" }, { u"caption", u"dense" }, { u"code", u"dense_code" },
};

void readTypes(Theme& theme)
{
    const bool print = theme.kind == Theme::Kind::Print;
    const QJsonObject styles = print ? tokens()[u"print"_s][u"type"_s].toObject() : tokens()[u"type"_s][u"styles"_s].toObject();
    for (std::size_t i = 0; i < theme.types.size(); ++i)
        theme.types[i] = readType(styles[QString::fromUtf16(print ? kTypeNames[i].second : kTypeNames[i].first)].toObject());
}

void readSizes(Theme& theme)
{
    const QJsonObject size = tokens()[u"size"_s].toObject(), radius = tokens()[u"radius"_s].toObject(), line = tokens()[u"line"_s].toObject();
    const QJsonArray space = tokens()[u"space"_s].toArray(), margin = size[u"page_margin"_s].toArray();
    for (std::size_t i = 0; i < theme.space.size(); ++i)
        theme.space[i] = space.at(static_cast<qsizetype>(i)).toDouble();
    const std::pair<const char16_t*, double*> sizes[] = {
        { u"control", &theme.control }, { u"control_small", &theme.controlSmall }, { u"row", &theme.row },
        { u"top_bar", &theme.topBar }, { u"status_bar", &theme.statusBar }, { u"nav", &theme.navigation },
        { u"icon", &theme.icon }, { u"glyph", &theme.glyph }, { u"card_header", &theme.cardHeader },
        { u"card_padding", &theme.cardPadding }, { u"gutter", &theme.gutter },
    };
    for (const auto& [name, target] : sizes)
        *target = size[QString::fromUtf16(name)].toDouble(*target);
    theme.pageMarginY = margin.at(0).toDouble();
    theme.pageMarginX = margin.at(1).toDouble();
    theme.radiusTile = radius[u"tile"_s].toDouble();
    theme.radiusKey = radius[u"key"_s].toDouble();
    theme.radiusControl = radius[u"control"_s].toDouble();
    theme.radiusCard = radius[u"card"_s].toDouble();
    theme.hairline = line[u"hairline"_s].toDouble();
    theme.markLine = line[u"mark"_s].toDouble();
    theme.focusLine = line[u"focus"_s].toDouble();
    theme.seriesLine = line[u"series"_s].toDouble();
    const QJsonObject motion = tokens()[u"motion_ms"_s].toObject();
    for (auto at = motion.begin(); at != motion.end(); ++at) {
        if (at.value().isDouble())
            theme.motion.insert(at.key(), at.value().toInt());
    }
}

Theme readTheme(Theme::Kind kind)
{
    Theme theme;
    theme.kind = kind;
    const bool print = kind == Theme::Kind::Print;
    const QJsonObject light = tokens()[u"light"_s].toObject();
    const QJsonObject part = kind == Theme::Kind::Light ? light
        : kind == Theme::Kind::Dark                     ? tokens()[u"dark"_s].toObject()
                                                        : tokens()[u"print"_s].toObject();
    readColors(theme, part[u"color"_s].toObject());
    theme.heat = readScale(print ? light : part, u"heat"_s, u"heat_percent_of_run"_s);
    theme.readiness = readScale(print ? light : part, u"readiness"_s, u"readiness"_s);
    readVerdicts(theme);
    readTypes(theme);
    readSizes(theme);
    if (print) {
        theme.grey = colors<5>(part[u"grey"_s]);
        theme.tint = colors<5>(part[u"tint"_s]);
        theme.hatch = parseColor(part[u"hatch"_s].toString());
        theme.hairline = 0.35;
        theme.markLine = 0.8;
        theme.focusLine = 1.4;
        theme.seriesLine = 1.4;
        theme.hatchPitch = 2.6;
        theme.glyph = 6;
        theme.radiusTile = theme.radiusKey = theme.radiusControl = theme.radiusCard = 0;
    } else {
        const QColor hatch = parseColor(part[u"hatch"_s].toString());
        theme.hatch = mixed(QColor(hatch.rgb()), theme.surface, hatch.alphaF());
        theme.grey = { theme.text3, theme.lineStrong, mixed(theme.lineStrong, theme.surface, 0.5), theme.line, theme.sunken };
        theme.tint = { theme.moveSoft, mixed(theme.move, theme.surface, 0.3), mixed(theme.move, theme.surface, 0.6), theme.move,
            mixed(theme.move, theme.text, 0.6) };
    }
    theme.axis = theme.line;
    theme.interpretedMoves = theme.move;
    theme.interpretedStays = theme.tint[1];
    theme.native = print ? theme.grey[1] : theme.verdict(Verdict::AlreadyNative).color;
    theme.waiting = print ? theme.surface : theme.sunken;
    theme.waitingLine = theme.lineStrong;
    return theme;
}

double luminance(const QColor& color)
{
    const auto channel = [](double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

bool isProse(TextRole role)
{
    return role == TextRole::CoverTitle || role == TextRole::CoverSub || role == TextRole::Headline || role == TextRole::Lead
        || role == TextRole::Body || role == TextRole::Page || role == TextRole::Answer;
}

QFont fontOf(const QString& family, double pixels, int weight, double trackingEm)
{
    registerFonts();
    QFont font;
    font.setFamilies(QStringList { family } + fallbackFamilies());
    font.setPixelSize(std::max(1, qRound(pixels)));
    font.setWeight(static_cast<QFont::Weight>(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(true);
    if (trackingEm != 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, trackingEm * pixels);
    return font;
}

} // namespace

int Scale::step(double value) const
{
    return static_cast<int>(std::upper_bound(breaks.begin(), breaks.end(), value) - breaks.begin());
}

const Theme& Theme::light()
{
    static const Theme theme = readTheme(Kind::Light);
    return theme;
}

const Theme& Theme::dark()
{
    static const Theme theme = readTheme(Kind::Dark);
    return theme;
}

Theme Theme::print(double unitsPerPoint)
{
    static const Theme theme = readTheme(Kind::Print);
    return theme.scaled(unitsPerPoint);
}

Theme Theme::scaled(double factor) const
{
    Theme other = *this;
    other.unit = factor;
    return other;
}

QFont Theme::font(TextRole role, bool strong) const
{
    const TypeStyle& style = type(role);
    const QString family = style.mono ? monoFamily() : kind == Kind::Print && isProse(role) ? sansFamily() : tabularFamily();
    return fontOf(family, style.size * unit, strong ? std::max(600, style.weight) : style.weight, style.trackingEm);
}

QFont Theme::mono(TextRole role) const
{
    const TypeStyle& style = type(role);
    return fontOf(monoFamily(), style.size * unit * (style.mono ? 1 : 0.86), style.weight, 0);
}

QColor mixed(const QColor& color, const QColor& ground, double share)
{
    const auto part = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(part(color.red(), ground.red()), part(color.green(), ground.green()), part(color.blue(), ground.blue()));
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace ferroscope::render
