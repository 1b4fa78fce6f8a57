package io.docent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docent.passage.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetsTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private DataSet only(String name, String text) {
        List<DataSet> sets = DataSets.in(write(name, text), null);
        assertThat(sets).hasSize(1);
        return sets.getFirst();
    }

    private static String textAt(DataSet set, Place place) {
        Span span = place.span();
        assertThat(span).isNotNull();
        String text = set.documents().stream()
                .filter(document -> document.name().equals(place.source()))
                .findFirst()
                .orElseThrow()
                .text();
        return span == null ? "" : span.of(text);
    }

    @Test
    void readsSquadWithOffsetsInCodePointsAndWhatIsImpossible() {
        DataSet set = only("squad.json", """
                {"data": [{"title": "Sea", "paragraphs": [{"context": "\uD83D\uDE80 It rains. Whales sing at night.",
                  "qas": [{"id": "1", "question": " Who sings? ", "answers": [{"text": "Whales", "answer_start": 12}]},
                          {"id": "2", "question": "Who flies?", "is_impossible": true, "answers": []}]}]}]}
                """);

        assertThat(set.kind()).isEqualTo(DataSet.Kind.ARTICLES);
        GoldQuestion who = set.questions().getFirst();
        assertThat(who.text()).isEqualTo("Who sings?");
        assertThat(who.group()).isEqualTo("Sea");
        assertThat(who.gold().texts()).containsExactly("Whales");
        assertThat(textAt(set, who.gold().support().getFirst())).isEqualTo("Whales sing at night.");
        assertThat(set.questions().get(1).gold().answerable()).isFalse();
    }

    @Test
    void readsSelqaWithTheSentencesThatAnswer() {
        DataSet set = only("selqa.json", """
                [{"article": "Sea", "section": "Life", "question": "Who sings?",
                  "candidates": ["Fish swim.", "Whales sing.", "Crabs walk."], "answers": [1]}]
                """);

        Gold gold = set.questions().getFirst().gold();
        assertThat(set.kind()).isEqualTo(DataSet.Kind.SENTENCES);
        assertThat(gold.candidates()).hasSize(3);
        assertThat(textAt(set, gold.support().getFirst())).isEqualTo("Whales sing.");
        assertThat(set.documents().getFirst().text()).startsWith("# Sea\n\n## Life\n\nFish swim. ");
    }

    @Test
    void readsSpansWithTheirDocuments() {
        write("set/documents/sea.md", "Fish swim. Whales sing.");
        write("set/questions.json", """
                [{"question": "Who sings?", "document": "sea.md", "spans": [{"start": 11, "end": 23, "text": "Whales sing."}]},
                 {"question": "Who flies?", "document": "sea.md", "spans": []}]
                """);

        DataSet set = DataSets.in(folder.resolve("set"), null).getFirst();

        assertThat(set.name()).isEqualTo("set");
        assertThat(textAt(set, set.questions().getFirst().gold().places().getFirst()))
                .isEqualTo("Whales sing.");
        assertThat(set.questions().get(1).gold().answerable()).isFalse();
    }

    @Test
    void readsDialoguesWithThePassagesBesideThem() {
        write("talk.passages.json", "{\"p-1\": \"Whales sing.\", \"p-2\": \"Fish swim.\"}");
        DataSet set = only("talk.dialogues.json", """
                [{"id": "7<::>2", "gold": ["p-1"], "answerability": "ANSWERABLE", "turns": [
                   {"speaker": "user", "text": "What lives there?"}, {"speaker": "agent", "text": "Whales."},
                   {"speaker": "user", "text": "Do they sing?"}]},
                 {"id": "8<::>1", "gold": [], "answerability": "UNANSWERABLE", "turns": [{"speaker": "user", "text": "Why?"}]}]
                """);

        GoldQuestion sing = set.questions().getFirst();
        assertThat(set.name()).isEqualTo("talk");
        assertThat(sing.text()).isEqualTo("Do they sing?");
        assertThat(sing.before()).containsExactly("What lives there?", "Whales.");
        assertThat(sing.gold().places()).containsExactly(Place.document("p-1.txt"));
        assertThat(set.questions().get(1).gold().answerable()).isFalse();
    }

    @Test
    void readsCanardAndFindsTheAnswerOfAQuestionInTheTurnsAfterIt() {
        DataSet set = only("canard.json", """
                [{"History": ["Ada", "Life"], "QuAC_dialog_id": "C_1", "Question": "Where was she born?", "Question_no": 1,
                  "Rewrite": "Where was Ada born?"},
                 {"History": ["Ada", "Life", "Where was she born?", "In London."], "QuAC_dialog_id": "C_1",
                  "Question": "When?", "Question_no": 2, "Rewrite": "When was Ada born?"},
                 {"History": ["Ada", "Life", "Where was she born?", "In London.", "When?", "I don't know."],
                  "QuAC_dialog_id": "C_1", "Question": "Why?", "Question_no": 3, "Rewrite": "Why was Ada born?"}]
                """);

        Gold first = set.questions().getFirst().gold();
        assertThat(set.kind()).isEqualTo(DataSet.Kind.REWRITES);
        assertThat(set.documents()).hasSize(1);
        assertThat(first.texts()).containsExactly("Where was Ada born?");
        assertThat(textAt(set, first.places().getFirst())).isEqualTo("In London.");
        assertThat(set.questions().get(1).gold().places()).isEmpty();
        assertThat(set.questions().get(2).gold().places()).isEmpty();
    }

    @Test
    void readsBeirWithGradesOverSeveralDocuments() {
        write("beir/corpus.jsonl", """
                {"_id": "d1", "title": "Sea", "text": "Whales sing."}
                {"_id": "d/2", "title": "", "text": "Fish swim."}
                """);
        write(
                "beir/queries.jsonl",
                "{\"_id\": \"q1\", \"text\": \"Who sings?\"}\n{\"_id\": \"q2\", \"text\": \"Unjudged?\"}\n");
        write("beir/qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td/2\t0\n");

        DataSet set = DataSets.in(folder.resolve("beir"), null).getFirst();

        assertThat(set.questions()).hasSize(1);
        assertThat(set.questions().getFirst().gold().places()).containsExactly(new Place("d1.txt", null, 2));
        assertThat(set.documents().getFirst().text()).isEqualTo("Sea\n\nWhales sing.");
    }

    @Test
    void readsWhatATeamWroteByHandAsCsvAndAsYaml() {
        write("documents/a.md", "The office opens at eight.");
        write(
                "q.csv",
                "\uFEFFQuestion,answer,document\n\"When does it open, daily?\",eight,a.md\nWho owns it?,,not in the documents\n");
        write("q.yaml", """
                - question: When does it open?
                  expected: [eight, "8"]
                  document: a.md
                - question: Who owns it?
                  document: not in the documents
                """);

        DataSet csv = DataSets.in(folder.resolve("q.csv"), folder.resolve("documents"))
                .getFirst();
        DataSet yaml = DataSets.in(folder.resolve("q.yaml"), null).getFirst();

        assertThat(csv.questions().getFirst().text()).isEqualTo("When does it open, daily?");
        assertThat(csv.questions().getFirst().gold().texts()).containsExactly("eight");
        assertThat(yaml.questions().getFirst().gold().texts()).containsExactly("eight", "8");
        assertThat(yaml.questions().getFirst().gold().places()).containsExactly(Place.document("a.md"));
        assertThat(List.of(csv, yaml))
                .allSatisfy(set ->
                        assertThat(set.questions().get(1).gold().answerable()).isFalse());
    }

    @Test
    void aFolderIsAllThatIsInIt() {
        write(
                "all/squad.json",
                "{\"data\": [{\"title\": \"A\", \"paragraphs\": [{\"context\": \"B c.\", \"qas\": [{\"question\": \"C?\", \"answers\": [{\"text\": \"B\", \"answer_start\": 0}]}]}]}]}");
        write("all/other.json", "{\"nothing\": true}");
        write("all/README.md", "Read me.");

        assertThat(DataSets.in(folder.resolve("all"), null))
                .extracting(DataSet::name)
                .containsExactly("squad");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            broken.json   | {"data": [                                                               | is not JSON (line 1
            what.json     | {"nothing": 1}                                                           | is in no form that is known
            s.json        | {"data": [{"paragraphs": [{"qas": []}]}]}                                | lacks a text "context"
            e.json        | {"data": [{"paragraphs": [{"context": "A.", "qas": []}]}]}               | has no questions
            d.json        | [{"id": "1", "turns": [{"text": "A?"}, {"text": "B"}]}]                  | does not end with the user
            n.json        | [{"id": "1", "turns": [{"text": "A?"}]}]                                 | has no passages beside it
            p.json        | [{"question": "A?", "document": "a", "spans": [{"start": 5, "end": 5}]}] | a span from 5 to 5
            r.json        | [{"History": [], "Question": "A?"}]                                      | lacks a text "Rewrite"
            """)
    void saysWhatIsWrongWithAFile(String name, String content, String complaint) {
        Path file = write(name, content);

        assertThatThrownBy(() -> DataSets.in(file, null))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            q.csv  | text,document\\nA?,a.md                | has no column 'question'
            q.csv  | question,document\\nA?,b.md            | 'b.md' is not among the documents
            q.csv  | question,document\\n,a.md              | entry 1 has no question
            q.yaml | just text                              | is not a list of questions
            q.yaml | - [unclosed                            | is not YAML
            q.yaml | - question: A?\\n  anwser: b           | 'anwser' is not a field
            q.yml  | - A?                                   | is not an entry with a question
            q.yaml | - question: !!javax.script.ScriptEngineManager [] | is not YAML
            """)
    void saysWhatIsWrongWithWhatATeamWrote(String name, String content, String complaint) {
        write("documents/a.md", "Text.");
        Path file = write(name, content.replace("\\n", "\n"));

        assertThatThrownBy(() -> DataSets.in(file, null))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void saysWhatIsWrongWithBeir() {
        write("b/corpus.jsonl", "{\"_id\": \"d\", \"text\": \"x\"}\n");
        write("b/queries.jsonl", "{\"_id\": \"q\", \"text\": \"x?\"}\n");

        assertThatThrownBy(() -> DataSets.in(folder.resolve("b"), null)).hasMessageContaining("has no judgements");
        write("b/qrels.tsv", "q\td\t1\nq d\n");
        assertThatThrownBy(() -> DataSets.in(folder.resolve("b"), null)).hasMessageContaining("line 2");
        write("b/qrels.tsv", "q\td\t1\n");
        write("b/corpus.jsonl", "{\"_id\": \n");
        assertThatThrownBy(() -> DataSets.in(folder.resolve("b"), null)).hasMessageContaining("one object a line");
    }

    @Test
    void saysThatNothingIsThere() {
        assertThatThrownBy(() -> DataSets.in(folder.resolve("missing.json"), null))
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> DataSets.in(folder, null)).hasMessageContaining("no questions in a form");
    }
}
