package io.docent.document;

import java.util.Map;
import java.util.Set;

/** Control words of RTF, and what they stand for. */
final class RtfWords {

    /** Groups whose text is not the document's. */
    static final Set<String> LEFT_OUT = Set.of(
            "colortbl",
            "pict",
            "object",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "themedata",
            "colorschememapping",
            "datastore",
            "xmlnstbl",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "generator",
            "fldinst",
            "bkmkstart",
            "bkmkend",
            "datafield",
            "nonshppict",
            "latentstyles",
            "mmathPr",
            "ftnsep",
            "ftnsepc",
            "aftnsep",
            "filetbl",
            "revtbl",
            "author",
            "operator",
            "company",
            "subject",
            "keywords",
            "doccomm",
            "category",
            "manager",
            "atnid",
            "atnauthor",
            "annotation",
            "xe",
            "tc",
            "pnseclvl");

    static final Map<String, String> CHARACTERS = Map.ofEntries(
            Map.entry("tab", "\t"),
            Map.entry("emdash", "—"),
            Map.entry("endash", "–"),
            Map.entry("lquote", "‘"),
            Map.entry("rquote", "’"),
            Map.entry("ldblquote", "“"),
            Map.entry("rdblquote", "”"),
            Map.entry("bullet", "•"),
            Map.entry("emspace", " "),
            Map.entry("enspace", " "),
            Map.entry("~", " "),
            Map.entry("_", "-"),
            Map.entry("{", "{"),
            Map.entry("}", "}"),
            Map.entry("\\", "\\"),
            Map.entry("nestcell", " "),
            Map.entry("footnote", " "),
            Map.entry("nestrow", " "));

    static final Map<Integer, String> FONT_CHARSETS = Map.ofEntries(
            Map.entry(128, "windows-31j"),
            Map.entry(129, "windows-949"),
            Map.entry(134, "GBK"),
            Map.entry(136, "Big5"),
            Map.entry(161, "windows-1253"),
            Map.entry(162, "windows-1254"),
            Map.entry(163, "windows-1258"),
            Map.entry(177, "windows-1255"),
            Map.entry(178, "windows-1256"),
            Map.entry(186, "windows-1257"),
            Map.entry(204, "windows-1251"),
            Map.entry(222, "x-windows-874"),
            Map.entry(238, "windows-1250"));

    private RtfWords() {}
}
