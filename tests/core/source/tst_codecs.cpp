// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every codec that Python knows, put to Python itself: a file that declares it must read here as it reads there, and
// one that is not claimed must be said to be unknown.
#include "core/source/decode.h"
#include "core/source/encodings.h"
#include "tests/core/source/support.h"
#include <QProcess>

using namespace ferroscope;
using namespace ferroscope::source;

namespace {

// For every codec of the standard library: name, bytes of a file, the text that detect_encoding and the codec give.
constexpr const char* kOracle = R"(
import codecs, encodings.aliases, io, sys, tokenize, warnings
warnings.simplefilter('ignore')
names = set(encodings.aliases.aliases) | set(encodings.aliases.aliases.values())
names |= {n.replace('_', '-') for n in names} | {n.upper() for n in names} | {'utf8', 'latin-1', 'iso-8859-1', 'utf-8-sig', 'mac-roman', 'shift-jis'}
sample = [chr(c) for c in list(range(0xA0, 0x600)) + list(range(0xE01, 0xE5C)) + list(range(0x2010, 0x2130)) + list(range(0x2550, 0x2570))
          + list(range(0x3041, 0x30FF)) + list(range(0x4E00, 0x5400)) + list(range(0xAC00, 0xB000)) + list(range(0xFF61, 0xFF9F))]
for name in sorted(names):
    try:
        info = codecs.lookup(name)
        if not info._is_text_encoding:
            continue
        cookie = '# coding: %s\n' % name
        if cookie.encode('ascii') != cookie.encode(name).replace(b'\xef\xbb\xbf', b''):
            continue
        good = []
        for c in sample:
            try:
                if c.encode(name).decode(name) == c:
                    good.append(c)
            except UnicodeError:
                pass
        data = (cookie + "s = '" + ''.join(good) + "'\n").encode(name)
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
    except (LookupError, UnicodeError, SyntaxError):
        continue
    print(name, data.hex(), text.encode('utf-8').hex())
)";

// Where iconv's tables are known to differ from Python's, outside of ASCII only; see encodings.cpp.
bool isDifferentInSigns(const std::string& encoding)
{
    return encoding == "big5" || encoding == "cp950" || encoding == "shift_jis" || encoding == "euc_kr";
}

QByteArray asciiOf(const QByteArray& text)
{
    QByteArray out;
    for (const char c : text) {
        if (static_cast<signed char>(c) >= 0)
            out += c;
    }
    return out;
}

} // namespace

class TestCodecs : public QObject {
    Q_OBJECT
private slots:
    void readsAsPythonDoes();
};

void TestCodecs::readsAsPythonDoes()
{
    QProcess python;
    python.start(QStringLiteral("python3"), { QStringLiteral("-I"), QStringLiteral("-S"), QStringLiteral("-c"), QString::fromUtf8(kOracle) });
    QVERIFY2(python.waitForFinished(120'000) && python.exitCode() == 0, python.readAllStandardError().constData());
    int same = 0, unknown = 0;
    QStringList different;
    for (const QByteArray& line : python.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() != 3)
            continue;
        const Decoded decoded = decode(QByteArray::fromHex(parts[1]).toStdString());
        if (!findEncoding(parts[0].toStdString())) {
            ++unknown;
            QVERIFY2(decoded.problem.find("unknown encoding") != std::string::npos, parts[0].constData());
            continue;
        }
        const QByteArray expected = QByteArray::fromHex(parts[2]), found = QByteArray::fromStdString(decoded.text);
        if (found == expected || (isDifferentInSigns(decoded.encoding) && asciiOf(found) == asciiOf(expected)))
            ++same;
        else
            different << QString::fromUtf8(parts[0]) + QStringLiteral(" (%1): %2").arg(QString::fromStdString(decoded.encoding), QString::fromStdString(decoded.problem));
    }
    qInfo("%d names of codecs read as in Python, %d are not claimed", same, unknown);
    QVERIFY2(different.isEmpty(), qPrintable(different.join(u'\n')));
    QVERIFY(same > 300);
}

QTEST_GUILESS_MAIN(TestCodecs)
#include "tst_codecs.moc"
