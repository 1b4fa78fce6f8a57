package io.docent.answer;

import io.docent.passage.Passage;
import io.docent.passage.SentenceSplitter;
import io.docent.passage.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions that somebody could ask of a document, made from its own words: English sentences, headings and names. */
final class ExampleQuestions {

    /** What a sentence begins with and is about. */
    private static final String THING = "^(?<thing>\\p{Lu}[\\p{L}\\p{N}'’./-]*(?: [\\p{L}\\p{N}'’./-]+){0,4}?) ";

    private static final Pattern EXPLAINED =
            Pattern.compile(THING + "(?<be>is|are|was|were) (?:an?|the|one of) (?<kind>[^.;:]{10,})");

    private static final Pattern PERSON = Pattern.compile(
            "\\b(president|minister|chief|director|author|writer|player|singer|actor|actress|politician|scientist|engineer|founder"
                    + "|manager|officer|king|queen|leader|artist|journalist|professor|lawyer|member)\\b");

    private static final Pattern DOES = Pattern.compile(
            THING
                    + "(?<verb>include|contain|require|provide|support|cover|offer|consist|depend|need|cause|receive|prevent)(?<s>s?)(?<with> of| on)?\\b");

    private static final Pattern PLACED = Pattern.compile(
            THING
                    + "(?<be>is|are|was|were) (?<done>located|situated|held|based|kept|stored) (?:in|at|on|near|under|behind)\\b");

    private static final Pattern DATED = Pattern.compile(THING
            + "(?<be>is|are|was|were) (?<done>open|due|paid|released|founded|established|published|launched|introduced|created|born"
            + "|replaced|closed|built|opened|renewed)\\b[^.;]*\\d");

    private static final Pattern PURPOSE = Pattern.compile("^To (?<do>\\p{Ll}+ [^,.;:()]{3,60}),? ");

    private static final Pattern SINCE =
            Pattern.compile("^(?<word>Since|In) (?<when>(?:\\p{Lu}\\p{Ll}{2,8} )?[12]\\d{3}),? (?=\\p{L})");

    private static final Pattern HOW_TO = Pattern.compile("^How to (?<do>.{4,70})$", Pattern.CASE_INSENSITIVE);

    /** A heading that names something in a few words. */
    private static final Pattern TOPIC =
            Pattern.compile("^(?:[\\d.]+\\s+)?(?<topic>\\p{Lu}[\\p{L}\\p{N}’'-]*(?: [\\p{L}\\p{N}’'-]+){0,4})$");

    private static final Set<String> NO_TOPICS = Set.of(
            "introduction",
            "overview",
            "contents",
            "table of contents",
            "contact",
            "conclusion",
            "conclusions",
            "abstract",
            "references",
            "notes",
            "summary",
            "see also",
            "examples",
            "example",
            "general",
            "miscellaneous",
            "index",
            "background",
            "description",
            "related topics",
            "external links");

    /** Two to four words with capital letters, as names have them, used as a name and not before another noun. */
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{Ll}\\p{N}] )"
            + "((?:\\p{Lu}[\\p{L}\\p{N}’'-]+)(?: (?:of |the |and )?\\p{Lu}[\\p{L}\\p{N}’'-]+){1,3})"
            + "(?=[,.;:)]| (?:is|was|has|have|had|and|to|in|on|for|will|said|from|with|by|at|who|that)\\b)");

    private static final Set<String> NO_SUBJECTS = Set.of(
            "this", "that", "these", "those", "it", "he", "she", "they", "there", "here", "what", "which", "one",
            "another", "if", "when", "for", "note", "in", "as", "we", "you", "i", "each", "both", "some", "all", "to",
            "since", "after", "before", "while", "however", "also", "its", "his", "her", "their", "most", "many",
            "such");

    /** Behind these comes what it is about, or a noun: "gets three offers". */
    private static final Set<String> NO_ENDS = Set.of(
            "that", "which", "who", "and", "or", "of", "a", "an", "the", "this", "these", "any", "every", "each", "no",
            "some", "many", "few", "several", "more", "most", "other", "its", "his", "her", "their", "our", "your");

    private static final int MOST_NAMES = 5;

    private final List<Passage> passages;
    private final String text;

    /** By kind, so that they can be mixed. */
    private final Map<Integer, List<ExampleQuestion>> made = new TreeMap<>();

    private ExampleQuestions(List<Passage> passages) {
        this.passages = passages;
        this.text = passages.stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    /** Best first, of many kinds. */
    static List<ExampleQuestion> of(List<Passage> passages) {
        ExampleQuestions questions = new ExampleQuestions(passages);
        passages.forEach(questions::fromHeading);
        passages.forEach(questions::fromSentences);
        questions.fromNames();
        return questions.mixed();
    }

    private List<ExampleQuestion> mixed() {
        Map<String, ExampleQuestion> mixed = new LinkedHashMap<>();
        int longest = made.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<ExampleQuestion> kind : made.values()) {
                if (i < kind.size()) {
                    mixed.putIfAbsent(kind.get(i).text().toLowerCase(Locale.ROOT), kind.get(i));
                }
            }
        }
        return List.copyOf(mixed.values());
    }

    private void add(int kind, String question, Passage from, @Nullable Span answer) {
        made.computeIfAbsent(kind, any -> new ArrayList<>()).add(new ExampleQuestion(question, from, answer));
    }

    private void fromHeading(Passage passage) {
        if (passage.headings().isEmpty()) {
            return;
        }
        String heading = passage.headings().getLast().strip();
        Matcher howTo = HOW_TO.matcher(heading);
        Matcher topic = TOPIC.matcher(heading);
        if (heading.endsWith("?") && heading.length() < 120) {
            add(0, heading, passage, null);
        } else if (howTo.matches()) {
            add(1, "How do I " + asAsked(howTo.group("do")) + "?", passage, null);
        } else if (passage.headings().size() > 1
                && topic.matches()
                && !NO_TOPICS.contains(topic.group("topic").toLowerCase(Locale.ROOT))) {
            add(7, "What do the documents say about " + uncapitalised(topic.group("topic")) + "?", passage, null);
        }
    }

    private void fromSentences(Passage passage) {
        for (Span span : SentenceSplitter.split(passage.text())) {
            String sentence = span.of(passage.text()).replace('\n', ' ');
            Span place = span.shift(passage.span().start());
            Matcher purpose = PURPOSE.matcher(sentence);
            Matcher since = SINCE.matcher(sentence);
            if (purpose.find() && !purpose.group("do").matches(".*\\b(this|that|these|it|them|do so)\\b.*")) {
                add(1, "How do I " + asAsked(purpose.group("do")) + "?", passage, place);
            } else if (since.find()) {
                String when = since.group("when");
                String asked = since.group("word").equals("In") ? "What happened in " : "What has happened since ";
                add(6, asked + when + "?", passage, place);
            } else {
                ofThing(sentence, passage, place);
            }
        }
    }

    private void ofThing(String sentence, Passage passage, Span place) {
        Matcher placed = PLACED.matcher(sentence);
        Matcher dated = DATED.matcher(sentence);
        Matcher does = DOES.matcher(sentence);
        Matcher explained = EXPLAINED.matcher(sentence);
        if (placed.find()) {
            add(2, placed, "Where " + placed.group("be") + " %s " + placed.group("done") + "?", passage, place);
        } else if (dated.find()) {
            add(3, dated, "When " + dated.group("be") + " %s " + dated.group("done") + "?", passage, place);
        } else if (does.find()) {
            String with = does.group("with") == null ? "" : does.group("with");
            String asked = does.group("s").isEmpty() ? "What do %s " : "What does %s ";
            add(4, does, asked + does.group("verb") + with + "?", passage, place);
        } else if (explained.find()) {
            String who = PERSON.matcher(explained.group("kind")).find() ? "Who " : "What ";
            add(5, explained, who + explained.group("be") + " %s?", passage, place);
        }
    }

    private void add(int kind, Matcher sentence, String question, Passage passage, Span place) {
        String thing = sentence.group("thing");
        if (isSubject(thing)) {
            add(kind, question.replace("%s", uncapitalised(thing)), passage, place);
        }
    }

    /** Something that can be asked for by somebody who has not read the sentence before. */
    private boolean isSubject(String thing) {
        String[] words = thing.toLowerCase(Locale.ROOT).split(" ");
        String last = words[words.length - 1];
        if (NO_SUBJECTS.contains(words[0]) || NO_ENDS.contains(last) || NumberWords.isNumberWord(last)) {
            return false;
        }
        // "The group": which one, unless the document speaks of it all the time.
        return words.length != 2 || !words[0].equals("the") || count(words[1]) > 2;
    }

    /** The number of times that a word in lower-case letters stands in the text. */
    private int count(String word) {
        return (int) Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                .matcher(text)
                .results()
                .count();
    }

    /** Without a capital letter that only the start of a sentence or a heading gave it. */
    private String uncapitalised(String thing) {
        int space = thing.indexOf(' ');
        String first = space < 0 ? thing : thing.substring(0, space);
        String lower = first.toLowerCase(Locale.ROOT);
        boolean article = lower.equals("the") || lower.equals("a") || lower.equals("an");
        return article || !isName(thing, first) ? lower + thing.substring(first.length()) : thing;
    }

    private boolean isName(String thing, String first) {
        String rest = thing.substring(1);
        boolean otherCapitals = !rest.equals(rest.toLowerCase(Locale.ROOT));
        boolean insideSentence = Pattern.compile("[\\p{Ll},] " + Pattern.quote(first) + "\\b")
                .matcher(text)
                .find();
        // "Bash is a shell" may be all that is said of it; "Monitors are replaced" and "Travel claims are due" tell.
        boolean alone = thing.equals(first) && !first.endsWith("s") && count(first.toLowerCase(Locale.ROOT)) == 0;
        return otherCapitals || insideSentence || alone;
    }

    /** What a manual tells its reader, as the reader asks for it. */
    private String asAsked(String wish) {
        boolean titleCase = wish.matches("(?:\\p{Lu}\\S*\\s*){3,}");
        String words = titleCase ? wish.toLowerCase(Locale.ROOT) : wish;
        return uncapitalised(words).replaceAll("\\b[Yy]our\\b", "my").replaceAll("\\byou\\b", "I");
    }

    /** Names that are mentioned most, the longer of two that are mentioned as often. */
    private void fromNames() {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Passage> places = new HashMap<>();
        for (Passage passage : passages) {
            for (Span span : SentenceSplitter.split(passage.text())) {
                Matcher names = NAME.matcher(span.of(passage.text()));
                // A title has capital letters all over.
                while (passage.text().charAt(span.end() - 1) == '.' && names.find()) {
                    counts.merge(names.group(1), 1, Integer::sum);
                    places.putIfAbsent(names.group(1), passage);
                }
            }
        }
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(name -> -name.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_NAMES)
                .forEach(name -> {
                    Passage passage = places.get(name.getKey());
                    if (passage != null) {
                        add(8, "What do the documents say about " + name.getKey() + "?", passage, passage.span());
                    }
                });
    }
}
