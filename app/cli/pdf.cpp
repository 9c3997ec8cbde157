// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The only place of the command line that touches Qt: a QGuiApplication without a display, made when a PDF is
// asked for and not before.
#include "app/cli/formats.h"

#include "ui/render/pdf/report_pdf.h"

#include <QGuiApplication>
#include <QHashSeed>
#include <cstdio>

namespace ferroscope::cli {

namespace {

// Qt has remarks about desktops (no XDG_RUNTIME_DIR ...) that do not concern a command line; errors still show.
void onlyErrors(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        fprintf(stderr, "ferroscope-cli: %s\n", qPrintable(text));
}

} // namespace

Result<std::string> pdfBytes(const Assessment& assessment)
{
    // Fonts and images of a PDF are ordered by hash: without this the bytes would differ from run to run.
    QHashSeed::setDeterministicGlobalSeed();
    qInstallMessageHandler(onlyErrors);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    char name[] = "ferroscope-cli";
    char* arguments[] = { name, nullptr };
    int count = 1;
    const QGuiApplication application(count, arguments);
    const auto bytes = render::renderPdf(assessment, {});
    if (!bytes)
        return tl::unexpected(bytes.error());
    return bytes->toStdString();
}

} // namespace ferroscope::cli
