// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/encodings.h"

#include "core/base/text.h"
#include <algorithm>
#include <cerrno>
#include <iconv.h>

namespace ferroscope::source {

namespace {

// Aliases after the standard library's encodings.aliases, in normalized form. Shift JIS is read as its superset
// CP932, in which 0x5C is the backslash that Python takes it for.
// iconv's tables differ from Python's outside of ASCII in four of them, in symbols and letters that no name is made of:
// Big5 and CP950 (the ETEN rows: Cyrillic, some signs), Shift JIS (cent, pound, not sign, double bar), EUC-KR
// (syllables spelled in eight bytes).
constexpr Encoding kEncodings[] = {
    { "utf-8", "UTF-8", "utf-8 utf8 u8 utf cp65001 utf-8-sig utf8-sig utf8-ucs2 utf8-ucs4 utf-8-unix utf-8-dos utf-8-mac" },
    { "ascii", "US-ASCII", "ascii us-ascii 646 ansi-x3.4-1968 ansi-x3-4-1968 iso646-us us" },
    { "latin-1", "ISO-8859-1",
        "latin-1 latin1 latin l1 iso-8859-1 iso8859-1 8859 cp819 iso-ir-100 iso-latin-1 iso-latin-1-unix ibm819" },
    { "iso8859-2", "ISO-8859-2", "iso8859-2 iso-8859-2 latin2 latin-2 l2" },
    { "iso8859-3", "ISO-8859-3", "iso8859-3 iso-8859-3 latin3 latin-3 l3" },
    { "iso8859-4", "ISO-8859-4", "iso8859-4 iso-8859-4 latin4 latin-4 l4" },
    { "iso8859-5", "ISO-8859-5", "iso8859-5 iso-8859-5 cyrillic" },
    { "iso8859-6", "ISO-8859-6", "iso8859-6 iso-8859-6 arabic" },
    { "iso8859-7", "ISO-8859-7", "iso8859-7 iso-8859-7 greek greek8" },
    { "iso8859-8", "ISO-8859-8", "iso8859-8 iso-8859-8 hebrew" },
    { "iso8859-9", "ISO-8859-9", "iso8859-9 iso-8859-9 latin5 latin-5 l5" },
    { "iso8859-10", "ISO-8859-10", "iso8859-10 iso-8859-10 latin6 latin-6 l6" },
    { "iso8859-11", "ISO-8859-11", "iso8859-11 iso-8859-11 thai" },
    { "iso8859-13", "ISO-8859-13", "iso8859-13 iso-8859-13 latin7 latin-7 l7" },
    { "iso8859-14", "ISO-8859-14", "iso8859-14 iso-8859-14 latin8 latin-8 l8" },
    { "iso8859-15", "ISO-8859-15", "iso8859-15 iso-8859-15 latin9 latin-9 l9" },
    { "iso8859-16", "ISO-8859-16", "iso8859-16 iso-8859-16 latin10 latin-10 l10" },
    { "cp1250", "CP1250", "cp1250 windows-1250 1250" },
    { "cp1251", "CP1251", "cp1251 windows-1251 1251" },
    { "cp1252", "CP1252", "cp1252 windows-1252 1252 ansi" },
    { "cp1253", "CP1253", "cp1253 windows-1253 1253" },
    { "cp1254", "CP1254", "cp1254 windows-1254 1254" },
    { "cp1255", "CP1255", "cp1255 windows-1255 1255" },
    { "cp1256", "CP1256", "cp1256 windows-1256 1256" },
    { "cp1257", "CP1257", "cp1257 windows-1257 1257" },
    { "cp1258", "CP1258", "cp1258 windows-1258 1258" },
    { "cp437", "IBM437", "cp437 437 ibm437" },
    { "cp850", "IBM850", "cp850 850 ibm850" },
    { "cp852", "IBM852", "cp852 852 ibm852" },
    { "cp866", "IBM866", "cp866 866 ibm866" },
    { "koi8-r", "KOI8-R", "koi8-r koi8r" },
    { "koi8-u", "KOI8-U", "koi8-u koi8u" },
    { "mac-roman", "MACINTOSH", "mac-roman macroman macintosh" },
    { "shift_jis", "CP932", "shift-jis shiftjis sjis s-jis csshiftjis" },
    { "cp932", "CP932", "cp932 932 ms932 mskanji ms-kanji windows-31j" },
    { "euc_jp", "EUC-JP", "euc-jp eucjp ujis u-jis" },
    { "iso2022_jp", "ISO-2022-JP", "iso2022-jp iso-2022-jp csiso2022jp" },
    { "gb2312", "GB2312", "gb2312 chinese euc-cn euccn eucgb2312-cn gb2312-80 gb2312-1980 iso-ir-58" },
    { "gbk", "GBK", "gbk cp936 936 ms936" },
    { "gb18030", "GB18030", "gb18030 gb18030-2000" },
    { "big5", "BIG5", "big5 big5-tw csbig5" },
    { "cp950", "CP950", "cp950 950 ms950" },
    { "euc_kr", "EUC-KR", "euc-kr euckr korean ksc5601 ks-c-5601 ks-c-5601-1987 ksx1001 ks-x-1001" },
    { "cp949", "CP949", "cp949 949 ms949 uhc" },
    { "tis-620", "TIS-620", "tis-620 tis620 tis-620-0 tis-620-2529-0 tis-620-2529-1 iso-ir-166" },
    { "utf-16", "UTF-16", "utf-16 utf16 u16", true },
    { "utf-16-le", "UTF-16LE", "utf-16-le utf-16le", true },
    { "utf-16-be", "UTF-16BE", "utf-16-be utf-16be", true },
    { "utf-32", "UTF-32", "utf-32 utf32 u32", true },
    { "utf-32-le", "UTF-32LE", "utf-32-le utf-32le", true },
    { "utf-32-be", "UTF-32BE", "utf-32-be utf-32be", true },
};

class Converter {
public:
    explicit Converter(const Encoding& encoding)
        : m_handle(iconv_open("UTF-8", std::string(encoding.systemName).c_str()))
    {
    }
    ~Converter()
    {
        if (isOpen())
            iconv_close(m_handle);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    bool isOpen() const { return m_handle != reinterpret_cast<iconv_t>(-1); }
    iconv_t handle() const { return m_handle; }

private:
    iconv_t m_handle;
};

} // namespace

const Encoding* findEncoding(std::string_view name)
{
    std::string wanted = lowerAscii(name);
    std::replace(wanted.begin(), wanted.end(), '_', '-');
    if (wanted.empty())
        return nullptr;
    for (const Encoding& encoding : kEncodings) {
        for (const std::string_view alias : split(encoding.aliases, ' ')) {
            if (alias == wanted)
                return &encoding;
        }
    }
    return nullptr;
}

Converted toUtf8(std::string_view bytes, const Encoding& encoding)
{
    Converted out;
    const Converter converter(encoding);
    if (!converter.isOpen()) {
        out.isKnown = false;
        return out;
    }
    std::string input(bytes); // iconv's interface is not const
    char* from = input.data();
    std::size_t left = input.size();
    char buffer[16'384];
    const auto convert = [&](char** source, std::size_t* bytesLeft) {
        char* to = buffer;
        std::size_t room = sizeof buffer;
        const std::size_t result = iconv(converter.handle(), source, bytesLeft, &to, &room);
        out.text.append(buffer, sizeof buffer - room);
        return result;
    };
    while (left > 0) {
        const std::size_t result = convert(&from, &left);
        if (result != static_cast<std::size_t>(-1) || errno == E2BIG)
            continue;
        // EILSEQ: these bytes mean nothing; EINVAL: the file ends inside a character.
        const std::size_t width = encoding.systemName.find("32") != std::string_view::npos ? 4U : encoding.isWide ? 2U : 1U;
        const std::size_t skipped = std::min(left, width);
        out.text += "\xEF\xBF\xBD";
        out.wrong += skipped;
        from += skipped;
        left -= skipped;
    }
    convert(nullptr, nullptr); // where characters combine, the last one is held back until it is known to be the last
    return out;
}

} // namespace ferroscope::source
