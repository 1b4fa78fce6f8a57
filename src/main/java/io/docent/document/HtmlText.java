package io.docent.document;

import org.jsoup.Jsoup;

/** Lays out HTML as a browser would. */
final class HtmlText {

    private HtmlText() {}

    static void fragment(String html, TextBuilder text) {
        text.paragraph(Jsoup.parseBodyFragment(html).body().wholeText());
    }

    /** Of an image's tag. */
    static String altText(String tag) {
        return Jsoup.parseBodyFragment(tag).select("img").attr("alt");
    }
}
