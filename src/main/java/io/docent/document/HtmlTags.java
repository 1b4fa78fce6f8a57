package io.docent.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags of HTML, told from what only looks like one: {@code <your-bucket>}. */
final class HtmlTags {

    private static final Pattern TAG = Pattern.compile("<(?:/?([A-Za-z][A-Za-z0-9:_-]*)|[!?])");

    /** Their text does not run on from the text around them. */
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "br",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "optgroup",
            "option",
            "p",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");

    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "audio",
            "b",
            "bdi",
            "bdo",
            "big",
            "button",
            "canvas",
            "cite",
            "code",
            "col",
            "colgroup",
            "del",
            "dfn",
            "em",
            "embed",
            "font",
            "head",
            "i",
            "iframe",
            "img",
            "input",
            "ins",
            "kbd",
            "label",
            "link",
            "mark",
            "meta",
            "meter",
            "noscript",
            "picture",
            "pre",
            "progress",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "script",
            "select",
            "small",
            "span",
            "strike",
            "strong",
            "style",
            "sub",
            "sup",
            "svg",
            "template",
            "textarea",
            "time",
            "title",
            "tt",
            "u",
            "var",
            "video",
            "wbr");

    private HtmlTags() {}

    static boolean isBlock(String name) {
        return BLOCKS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The name of the tag that a text begins with, lower-case; empty for a comment or a declaration. */
    static String name(String html) {
        Matcher tag = TAG.matcher(html);
        return tag.lookingAt() && tag.group(1) != null ? tag.group(1).toLowerCase(Locale.ROOT) : "";
    }

    static boolean isKnown(String name) {
        return name.isEmpty() || BLOCKS.contains(name) || INLINE.contains(name);
    }

    /** HTML in which what only looks like a tag is text. */
    static String unknownEscaped(String html) {
        return TAG.matcher(html)
                .replaceAll(tag -> isKnown(name(tag.group()))
                        ? Matcher.quoteReplacement(tag.group())
                        : "&lt;" + Matcher.quoteReplacement(tag.group().substring(1)));
    }
}
