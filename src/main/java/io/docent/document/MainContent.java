package io.docent.document;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Finds what of a web page is its content, and removes the rest: navigation, notices, side bars, what is hidden. */
final class MainContent {

    /** A main part with less of the page's text is none. */
    private static final double GOOD_SHARE = 0.4;

    /** Rules that leave less of the text were wrong about this page. */
    private static final double LEAST_SHARE = 0.25;

    private static final double MOSTLY_LINKS = 0.6;
    private static final int SEVERAL_LINKS = 3;

    private static final String NEVER_SHOWN =
            "script, style, noscript, template, svg, iframe, input, select, textarea, button, datalist, [hidden],"
                    + " [aria-hidden=true]";

    private static final String NAVIGATION =
            "nav, [role=navigation], [role=search], [role=menu], [role=menubar], [role=banner], [role=contentinfo],"
                    + " [role=dialog], [role=alertdialog]";

    private static final Pattern HIDDEN = Pattern.compile(
            "(?:^|;)(?:display:none|visibility:hidden|font-size:0(?:[a-z%]*)(?=;|!|$)|opacity:0(?:\\.0+)?(?=;|!|$)"
                    + "|color:transparent)");

    /** In one style, in either order; of what stands in a style sheet nothing is known here. */
    private static final Pattern OWN_COLOUR =
            Pattern.compile("(?:^|;)color:((?!inherit|initial|unset|revert|currentcolor|var)[^;!]+)");

    private static final Pattern OWN_GROUND = Pattern.compile("(?:^|;)background(?:-color)?:([^;!]+)");

    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?:^|[\\s_-])(?:cookies?|consent|gdpr|newsletter|subscribe|share|sharing|social|breadcrumbs?|sidebar|menu"
                    + "|navigation|nav(?:-?(?:bar|header|footer|links?|path|buttons?))?|skip|skip-?link|skip-?to-?content|advert|advertisement|ads|banner-ad|promo"
                    + "|related-(?:posts|articles|links)|pagination|pager|toc-toggle|site-?footer|site-?header|masthead)"
                    + "(?:$|[\\s_-])|cookie-?(?:banner|notice|consent|bar)|share-?(?:buttons?|bar|links)|skiplink");

    /** These only style the page as a whole. */
    private static final String CONTAINERS = "html, body, main, article, [role=main]";

    private MainContent() {}

    static void keep(Document page) {
        removeHidden(page);
        Element body = page.body();
        int all = withoutNavigation(body);
        Element content = body.clone();
        removeBoilerplate(content);
        Element main = mainPart(content);
        if (main == null) {
            removeLinkLists(content);
            main = content;
        }
        if (length(main) >= all * LEAST_SHARE && length(main) > 0) {
            body.replaceWith(asBody(main));
        } else if (all > 0) {
            body.select(NAVIGATION).remove();
        }
    }

    /** Removes what a browser does not show either. */
    static void removeHidden(Document page) {
        page.select(NEVER_SHOWN).remove();
        page.select("[style]").stream().filter(MainContent::isHidden).toList().forEach(Element::remove);
        page.body().select("*").forEach(MainContent::removeComments);
    }

    private static Element asBody(Element main) {
        if (main.nameIs("body")) {
            return main;
        }
        Element body = new Element("body");
        body.appendChild(main);
        return body;
    }

    private static int withoutNavigation(Element body) {
        Element copy = body.clone();
        copy.select(NAVIGATION).remove();
        return length(copy);
    }

    private static int length(Element element) {
        return element.text().length();
    }

    private static boolean isHidden(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return !element.nameIs("body") && (HIDDEN.matcher(style).find() || isInItsGround(style));
    }

    /** White on white. */
    private static boolean isInItsGround(String style) {
        Matcher colour = OWN_COLOUR.matcher(style);
        Matcher ground = OWN_GROUND.matcher(style);
        return colour.find() && ground.find() && named(colour.group(1)).equals(named(ground.group(1)));
    }

    private static String named(String colour) {
        return switch (colour) {
            case "white", "#ffffff", "rgb(255,255,255)" -> "#fff";
            case "black", "#000000", "rgb(0,0,0)" -> "#000";
            default -> colour;
        };
    }

    private static void removeComments(Element element) {
        element.childNodes().stream().filter(Comment.class::isInstance).toList().forEach(node -> node.remove());
    }

    private static void removeBoilerplate(Element body) {
        body.select(NAVIGATION).remove();
        for (Element frame : body.select("header, footer, aside")) {
            boolean inContent = frame.closest("article, main, [role=main]") != null;
            if (!inContent && !isOnlyTitle(frame, body)) {
                frame.remove();
            }
        }
        int half = length(body) / 2;
        for (Element element : body.select("[id], [class]")) {
            if (!element.is(CONTAINERS) && isBoilerplate(element) && length(element) <= half) {
                element.remove();
            }
        }
    }

    /** A page whose only title stands in its header keeps it. */
    private static boolean isOnlyTitle(Element frame, Element body) {
        return frame.nameIs("header")
                && !frame.select("h1").isEmpty()
                && frame.select("a").size() < SEVERAL_LINKS
                && body.select("h1").size() == frame.select("h1").size();
    }

    private static boolean isBoilerplate(Element element) {
        String names = (element.id() + " " + element.className()).toLowerCase(Locale.ROOT);
        return BOILERPLATE.matcher(names).find();
    }

    private static @Nullable Element mainPart(Element body) {
        Elements mains = body.select("main, [role=main]");
        Elements articles = body.select("article");
        Element candidate = !mains.isEmpty() ? mains.first() : articles.size() == 1 ? articles.first() : null;
        return candidate != null && length(candidate) >= length(body) * GOOD_SHARE ? candidate : null;
    }

    private static void removeLinkLists(Element body) {
        Map<Element, Integer> links = new HashMap<>();
        for (Element link : body.select("a[href]")) {
            link.parents().forEach(around -> links.merge(around, 1, Integer::sum));
        }
        List<Element> blocks = body.select("ul, ol, div, section, p").stream()
                .filter(block -> links.getOrDefault(block, 0) >= SEVERAL_LINKS)
                .toList();
        for (Element block : blocks) {
            if (isLinkList(block)) {
                block.remove();
            }
        }
    }

    private static boolean isLinkList(Element block) {
        int linked =
                block.select("a[href]").stream().mapToInt(MainContent::length).sum();
        return linked > length(block) * MOSTLY_LINKS && block.select("h1").isEmpty() && !hasRunningText(block);
    }

    /** A sentence's worth of words that are no link. */
    private static boolean hasRunningText(Element block) {
        return block.select("p, td, dd, li, div").stream()
                .anyMatch(part -> part.ownText().length() > 80);
    }
}
