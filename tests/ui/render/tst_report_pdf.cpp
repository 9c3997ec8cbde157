// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The report as a file: valid, complete, linked, searchable, reproducible, and unharmed by hostile names.
#include "tests/ui/render/large_assessment.h"
#include "ui/render/pdf/report_pdf.h"
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QHashSeed>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

using namespace Qt::StringLiterals;
using namespace ferroscope;
using namespace ferroscope::render;

namespace {

PdfOptions someOptions()
{
    PdfOptions options;
    options.client = u"Northgate Freight, Engineering"_s;
    options.author = u"Meridian Consulting"_s;
    options.confidentiality = u"Confidential"_s;
    return options;
}

QByteArray rendered(const Assessment& assessment, const PdfOptions& options = someOptions())
{
    const Result<QByteArray> pdf = renderPdf(assessment, options);
    if (!pdf)
        qWarning("%s", pdf.error().detail.c_str());
    return pdf.value_or(QByteArray());
}

class Opened { // a PDF as libqpdf sees it
public:
    explicit Opened(const QByteArray& bytes) : m_bytes(bytes)
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processMemoryFile("report", m_bytes.constData(), static_cast<std::size_t>(m_bytes.size()));
        pages = QPDFPageDocumentHelper(m_pdf).getAllPages();
    }
    QPDF& pdf() { return m_pdf; }
    std::vector<QPDFPageObjectHelper> pages;
    QStringList outline()
    {
        QStringList titles;
        for (QPDFOutlineObjectHelper& item : QPDFOutlineDocumentHelper(m_pdf).getTopLevelOutlines()) {
            titles << QString::fromStdString(item.getTitle());
            for (QPDFOutlineObjectHelper& kid : item.getKids())
                titles << u"  "_s + QString::fromStdString(kid.getTitle());
        }
        return titles;
    }

private:
    QByteArray m_bytes;
    QPDF m_pdf;
};

// The words of a PDF, "" if there is no tool that could tell.
QString words(const QByteArray& pdf)
{
    const QString tool = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (tool.isEmpty())
        return {};
    QTemporaryDir dir;
    QFile file(dir.filePath(u"x.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.start(tool, { u"-layout"_s, u"-enc"_s, u"UTF-8"_s, file.fileName(), u"-"_s });
    if (!process.waitForFinished(60000))
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class TestReportPdf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twiceTheSameBytes()
    {
        const Assessment a = sample::assessment();
        const QByteArray first = rendered(a), second = rendered(a);
        QVERIFY(!first.isEmpty());
        QCOMPARE(first, second);
        // In other processes, too: nothing may depend on addresses, time or a random seed.
        QTemporaryDir dir;
        for (const QString& name : { u"a.pdf"_s, u"b.pdf"_s }) {
            QProcess process;
            process.start(QCoreApplication::applicationFilePath(), { u"--render-to"_s, dir.filePath(name) });
            QVERIFY(process.waitForFinished(60000));
            QCOMPARE(process.exitCode(), 0);
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), first);
        }
    }

    void outlineAndPages()
    {
        Opened opened(rendered(sample::assessment()));
        QVERIFY(opened.pages.size() >= 15 && opened.pages.size() <= 30);
        const QStringList expected { u"Cover"_s, u"1 Recommendation"_s, u"2 Overview"_s, u"3 Short list and evidence"_s, u"  C1 Route planning"_s,
            u"  C2 Tariff evaluation"_s, u"  C3 Import of EDI files"_s, u"  C4 Label printing"_s, u"  C5 Monthly report"_s, u"4 Roadmap"_s, u"5 Money"_s, u"6 Package readiness"_s,
            u"7 Contexts and import cycles"_s, u"8 Risks and what would change this answer"_s, u"9 What was not analysed; method"_s, u"  Method on one page"_s, u"Appendix A: Modules"_s,
            u"Appendix B: Manifest"_s };
        QCOMPARE(opened.outline(), expected);
        const Result<ReportDocument> document = ReportDocument::compose(sample::assessmentPtr(), someOptions());
        QVERIFY(document.has_value());
        QCOMPARE(static_cast<std::size_t>(document->pageCount()), opened.pages.size());
        QCOMPARE(document->outline().size(), static_cast<std::size_t>(expected.size()));
        QCOMPARE(document->pageSize(0), QSizeF(210, 297));
        QCOMPARE(document->pageSize(document->pageCount() - 2), QSizeF(297, 210));
        const QImage image = document->pageImage(1, 50);
        QCOMPARE(image.width(), 413);
    }

    void thePlanIsInIt()
    {
        const QString text = words(rendered(sample::assessment())).simplified();
        if (text.isEmpty())
            QSKIP("no pdftotext");
        for (const QString& part : { u"1.6–2.7–5.4 2025-03-06 2025-03-25 2025-03-17 2025-04-17"_s, u"Go on if the run is shorter by 5 %"_s,
                 u"FREIGHT_PURE_PYTHON=1"_s, u"C6 needs C1, which was put into a later wave."_s, u"Wheels to build, as far as the manifests say it: CPython 3.10 to 3.13"_s,
                 u"Risk register, gravest first."_s, u"Performance"_s, u"About 44,000 EUR, not paid back by machines within 3 years"_s, u"25,920–43,920–92,340 EUR"_s,
                 u"2.7–5.5 years, never at the low end of the saving"_s, u"To keep in mind for a faithful port"_s, u"planning/window.py:31"_s, u"Cheaper than Rust, where it would do"_s,
                 u"Criticality for the business: high."_s, u"1 import cycle of 2 modules"_s, u"Import Contract inside the 2 functions"_s, u"stay in Python, for now or for good:"_s,
                 u"Table A.2. Why they stay"_s })
            QVERIFY2(text.contains(part), qPrintable(part));
        Assessment plain = sample::assessment();
        plain.money.reset();
        for (Wave& wave : plain.waves) {
            wave.weeks = {};
            wave.dates = {};
        }
        const QByteArray pdf = rendered(plain);
        QVERIFY(!Opened(pdf).outline().contains(u"5 Money"_s));
        const QString less = words(pdf).simplified();
        QVERIFY(less.contains(u"Not given: a day rate and what the machines cost a year"_s));
        QVERIFY(less.contains(u"Not given: how many developers do it and when they start"_s));
    }

    void recommendationIsOnePage()
    {
        for (const std::size_t count : { 14U, 240U }) {
            const Assessment a = count == 14 ? sample::assessment() : sample::largeAssessment(count);
            const Result<ReportDocument> document = ReportDocument::compose(std::make_shared<Assessment>(a), someOptions());
            const std::vector<OutlineItem> outline = document->outline();
            QCOMPARE(outline[1].page, 1);
            QCOMPARE(outline[2].page, 2);
        }
    }

    void metadata()
    {
        Opened opened(rendered(sample::assessment()));
        QPDFObjectHandle root = opened.pdf().getRoot(), info = opened.pdf().getTrailer().getKey("/Info");
        QCOMPARE(root.getKey("/Lang").getUTF8Value(), std::string("en"));
        QCOMPARE(root.getKey("/PageMode").getName(), std::string("/UseOutlines"));
        QCOMPARE(info.getKey("/Title").getUTF8Value(), std::string("freightline: Python-to-Rust readiness audit"));
        QCOMPARE(info.getKey("/Author").getUTF8Value(), std::string("Meridian Consulting"));
        QVERIFY(info.getKey("/Subject").isString());
        QCOMPARE(info.getKey("/CreationDate").getUTF8Value(), std::string("D:20250211000000Z"));
        QVERIFY(!info.hasKey("/ModDate"));
    }

    void linksResolve()
    {
        Opened opened(rendered(sample::assessment()));
        std::set<QPDFObjGen> known;
        for (QPDFPageObjectHelper& page : opened.pages)
            known.insert(page.getObjectHandle().getObjGen());
        std::size_t links = 0, onCover = 0;
        for (QPDFPageObjectHelper& page : opened.pages) {
            const QPDFObjectHandle::Rectangle sheet = page.getMediaBox().getArrayAsRectangle();
            for (QPDFAnnotationObjectHelper& annotation : page.getAnnotations("/Link")) {
                ++links;
                onCover += page.getObjectHandle().getObjGen() == opened.pages.front().getObjectHandle().getObjGen() ? 1 : 0;
                QPDFObjectHandle dest = annotation.getObjectHandle().getKey("/Dest");
                QVERIFY(dest.isArray() && known.contains(dest.getArrayItem(0).getObjGen()));
                const QPDFObjectHandle::Rectangle rect = annotation.getRect();
                QVERIFY(rect.llx >= 0 && rect.urx <= sheet.urx + 1 && rect.lly >= 0 && rect.ury <= sheet.ury + 1);
                QVERIFY(!annotation.getObjectHandle().hasKey("/A")); // nothing leads out of the document
            }
        }
        QCOMPARE(onCover, 11U);
        QVERIFY(links > 40);
    }

    void fontsEmbeddedAndNothingTransparent()
    {
        Opened opened(rendered(sample::assessment()));
        std::size_t fonts = 0;
        for (QPDFObjectHandle& object : opened.pdf().getAllObjects()) {
            if (object.isStream() && object.getDict().getKey("/Subtype").isName())
                QVERIFY(object.getDict().getKey("/Subtype").getName() != "/Image"); // vectors only
            if (!object.isDictionary())
                continue;
            for (const char* key : { "/ca", "/CA" }) {
                if (object.hasKey(key))
                    QCOMPARE(object.getKey(key).getNumericValue(), 1.0);
            }
            if (object.getKey("/Type").isName() && object.getKey("/Type").getName() == "/FontDescriptor") {
                ++fonts;
                QVERIFY(object.hasKey("/FontFile2") || object.hasKey("/FontFile3") || object.hasKey("/FontFile"));
                const QString name = QString::fromStdString(object.getKey("/FontName").getName());
                QVERIFY2(name.contains(u"Inter") || name.contains(u"JetBrains") || name.contains(u"DejaVu"), qPrintable(name));
            }
        }
        QVERIFY(fonts >= 3);
    }

    void searchable()
    {
        const QString found = words(rendered(sample::assessment()));
        QVERIFY2(!found.isEmpty(), "pdftotext is the oracle of this test; cmake/setup.sh installs it");
        for (const QString& wanted : { u"Start with route planning"_s, u"What we advise against"_s, u"Confidential"_s, u"Finding"_s, u"planning/routes.py:57"_s, u"best_position"_s,
                 u"Safety net"_s, u"page 2 of "_s, u"rows 1–14 of 14"_s, u"4f1d9a52c07be7d3b7b0c3f6a3a9c9d0e1f2a3b4"_s, u"extract-module"_s, u"Not checked"_s, u"Limits of use"_s,
                 u"21–27–29"_s })
            QVERIFY2(found.contains(wanted), qPrintable(wanted));
        QVERIFY(!found.contains(QChar(0xFB01)) && !found.contains(QChar(0xFFFD)));
        for (const AssessedModule& module : sample::assessment().modules) {
            if (module.judged() && module.name.size() < 30)
                QVERIFY2(found.contains(QString::fromStdString(module.name)), module.name.c_str());
        }
    }

    void leaveItInPython()
    {
        const Assessment a = sample::nothingToMove();
        const QByteArray pdf = rendered(a);
        Opened opened(pdf);
        const QStringList outline = opened.outline();
        QVERIFY(outline.contains(u"3 Places that were considered"_s));
        QVERIFY(!outline.join(u' ').contains(u"Roadmap"));
        const QString found = words(pdf);
        QVERIFY2(!found.isEmpty(), "pdftotext is the oracle of this test; cmake/setup.sh installs it");
        for (const QString& wanted : { u"Leave it in Python"_s, u"Why not Rust"_s, u"What to do instead"_s, u"When to ask again"_s, u"What would make us say the opposite"_s })
            QVERIFY2(found.contains(wanted), qPrintable(wanted));
        for (const QString& unwanted : { u"C1"_s, u"low score"_s, u"fails"_s, u"nan"_s })
            QVERIFY2(!found.contains(unwanted + u' '), qPrintable(unwanted));
    }

    void manyModules()
    {
        const Assessment a = sample::largeAssessment(3000);
        const QByteArray pdf = rendered(a);
        QVERIFY(pdf.size() < 5'000'000);
        Opened opened(pdf);
        QVERIFY(opened.pages.size() > 70 && opened.pages.size() < 110);
        const QString found = words(pdf);
        QVERIFY2(!found.isEmpty(), "pdftotext is the oracle of this test; cmake/setup.sh installs it");
        QVERIFY(found.contains(u"of 3,000."_s) && found.contains(u"(continued), rows "_s));
        std::size_t missing = 0;
        for (const AssessedModule& module : a.modules)
            missing += module.judged() && module.name.size() < 30 && !found.contains(QString::fromStdString(module.name)) ? 1 : 0;
        QCOMPARE(missing, 0U);
    }

    void emptyAssessment()
    {
        const QByteArray pdf = rendered(Assessment {}, {});
        QVERIFY(!pdf.isEmpty());
        Opened opened(pdf);
        QVERIFY(opened.pages.size() >= 8);
        QVERIFY(!opened.pdf().getTrailer().getKey("/Info").hasKey("/CreationDate"));
    }

    void hostileText()
    {
        Assessment a = sample::assessment();
        const std::string longName(500, 'x'), bad = "a\nb\tc\x01\x7f <b>bold</b> <script>alert(1)</script> \xE2\x80\xAE" "gnp.exe \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE6\xBC\xA2\xE5\xAD\x97 %s {} \xFF\xFE";
        a.projectName = bad;
        a.recommendation.sentence = bad + longName;
        a.recommendation.reasons = { bad, longName };
        a.recommendation.raisesCertainty = { longName + bad, bad };
        for (Candidate& candidate : a.candidates) {
            candidate.title = bad + longName;
            candidate.risks = { longName, bad };
            candidate.counterfactuals = { { longName + bad, 3, 2 } };
            for (Crossing& crossing : candidate.crossings)
                crossing.from = bad + ":" + longName;
        }
        for (Wave& wave : a.waves) {
            wave.title = longName;
            wave.exitCriteria = { bad, longName, bad, bad };
            for (WorkItem& item : wave.work)
                item.title = bad + longName;
        }
        for (AssessedModule& module : a.modules) {
            module.name = bad + longName + std::to_string(module.id);
            module.verdict.reasons = { longName + bad };
            for (AssessedFunction& function : module.functions.edit())
                function.name = longName + bad;
            for (CriterionScore& score : module.criteria)
                score.why = longName + bad;
        }
        for (Finding& finding : a.findings.edit())
            finding.message = bad + "`" + longName;
        for (PackageReadiness& package : a.dependencies.edit()) {
            package.name = longName;
            package.note = bad;
            package.status = bad;
            package.crates = { { longName, bad } };
        }
        for (ContextSummary& context : a.contexts.edit())
            context.name = longName;
        a.coverage.skipped = { { bad, longName }, { longName, bad } };
        a.commit = "short";
        PdfOptions options = someOptions();
        options.client = options.author = options.title = options.confidentiality = options.date = QString::fromStdString(bad + longName);
        options.logo = "<svg not really";
        const QByteArray pdf = rendered(a, options);
        QVERIFY(!pdf.isEmpty());
        Opened opened(pdf);
        for (QPDFPageObjectHelper& page : opened.pages) {
            for (QPDFAnnotationObjectHelper& annotation : page.getAnnotations())
                QCOMPARE(annotation.getSubtype(), std::string("/Link"));
        }
        QVERIFY(!opened.pdf().getRoot().hasKey("/Names")); // no script, no attachment
        const QString found = words(pdf);
        QVERIFY2(!found.isEmpty(), "pdftotext is the oracle of this test; cmake/setup.sh installs it");
        QVERIFY(found.contains(u"<b>bold</b>"_s)); // shown, not obeyed
    }

    void codeIsLeftOut()
    {
        const Assessment a = sample::assessment();
        PdfOptions options = someOptions();
        options.leaveOutCode = true;
        const QString with = words(rendered(a)), without = words(rendered(a, options));
        QVERIFY2(!with.isEmpty(), "pdftotext is the oracle of this test; cmake/setup.sh installs it");
        QVERIFY(with.contains(u"fits stays in Python"_s));
        QVERIFY(!without.contains(u"fits stays in Python"_s) && without.contains(u"left out of this document"_s));
    }

    void attachment()
    {
        PdfOptions options = someOptions();
        options.attachJson = true;
        options.json = "{\"schema\":\"ferroscope.assessment/1\"}";
        const QByteArray pdf = rendered(sample::assessment(), options);
        QCOMPARE(pdf, rendered(sample::assessment(), options));
        Opened opened(pdf);
        QPDFEmbeddedFileDocumentHelper files(opened.pdf());
        QVERIFY(files.hasEmbeddedFiles());
        QVERIFY(files.getEmbeddedFile("assessment.json"));
        QVERIFY(!QPDFEmbeddedFileDocumentHelper(Opened(rendered(sample::assessment())).pdf()).hasEmbeddedFiles());
    }

    void logos_data()
    {
        QTest::addColumn<QByteArray>("logo");
        QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='80' height='20'><rect width='80' height='20' fill='#123456'/></svg>");
        QImage image(300, 100, QImage::Format_ARGB32);
        image.fill(QColor(10, 20, 30, 128));
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        QTest::newRow("png with alpha") << png;
        QTest::newRow("cut png") << png.left(60);
        QTest::newRow("noise") << QByteArray(5000, '\x7f');
    }
    void logos()
    {
        QFETCH(QByteArray, logo);
        PdfOptions options = someOptions();
        options.logo = logo;
        const QByteArray pdf = rendered(sample::assessment(), options);
        QVERIFY(!pdf.isEmpty());
        QVERIFY(!pdf.contains("/SMask")); // no transparency, whatever the picture has
    }

    void writing()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"report.pdf"_s);
        const Assessment a = sample::assessment();
        QVERIFY(writePdf(a, someOptions(), file.toStdString()).has_value());
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1); // no temporary file stays
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().startsWith("%PDF-1."));
        const Result<void> failed = writePdf(a, someOptions(), dir.filePath(u"missing/report.pdf"_s).toStdString());
        QVERIFY(!failed.has_value());
        QCOMPARE(static_cast<int>(failed.error().code), static_cast<int>(ErrorCode::CannotWrite));
    }

    void preview()
    {
        const std::vector<QImage> images = previewPages(sample::nothingToMove(), someOptions(), 30);
        QVERIFY(images.size() >= 8);
        for (const QImage& image : images) {
            QImage white(image.size(), image.format());
            white.fill(Qt::white);
            QVERIFY(image != white);
        }
    }
};

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed(); // as every program that writes reports must
    QGuiApplication app(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--render-to")
        return writePdf(sample::assessment(), someOptions(), argv[2]).has_value() ? 0 : 1;
    TestReportPdf test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_report_pdf.moc"
