package io.docent.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That questions of one meaning come together and others do not, on questions written for this purpose. */
class LikenessTest {

    @TempDir
    static Path data;

    private static ApplicationContext context;
    private static Likeness likeness;

    @BeforeAll
    static void start() {
        context = ApplicationContext.run(Map.of("docent.data", data.toString()));
        likeness = context.getBean(Likeness.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static List<List<String>> meanings(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(LikenessTest.class.getResourceAsStream("/" + file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<List<String>> meanings = new ArrayList<>();
            for (String block : text.split("\n\n")) {
                meanings.add(block.lines().filter(line -> !line.startsWith("#")).toList());
            }
            return meanings;
        }
    }

    private static List<List<String>> grouped(List<String> questions) {
        return Grouping.of(likeness.among(questions), Likeness.SAME).stream()
                .map(group -> group.stream().map(questions::get).toList())
                .toList();
    }

    private static Set<Set<String>> pairs(List<List<String>> groups) {
        Set<Set<String>> pairs = new HashSet<>();
        for (List<String> group : groups) {
            for (String one : group) {
                group.stream().filter(other -> !other.equals(one)).forEach(other -> pairs.add(Set.of(one, other)));
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @CsvSource({"alike-questions.txt, 0.99, 0.59", "unseen-alike-questions.txt, 0.99, 0.86"})
    void mostOfOneMeaningComeTogetherAndFewOthersDo(String file, double precision, double recall) throws IOException {
        List<List<String>> meanings = meanings(file);

        Set<Set<String>> put =
                pairs(grouped(meanings.stream().flatMap(List::stream).sorted().toList()));

        Set<Set<String>> meant = pairs(meanings);
        double right = put.stream().filter(meant::contains).count();
        assertThat(right / put.size()).isGreaterThanOrEqualTo(precision);
        assertThat(right / meant.size()).isGreaterThanOrEqualTo(recall);
    }

    @Test
    void whatTheModelCannotReadGoesByItsLetters() {
        List<List<String>> groups = grouped(
                List.of("図書館は何時に開きますか", "図書館は何時に開きますか?", "休暇の申請方法を教えてください", "When does the library open?", "???"));

        assertThat(groups)
                .containsExactly(
                        List.of("図書館は何時に開きますか", "図書館は何時に開きますか?"),
                        List.of("休暇の申請方法を教えてください"),
                        List.of("When does the library open?"),
                        List.of("???"));
    }

    @ParameterizedTest
    @CsvSource({
        "What about it?, false",
        "Who is he?, false",
        "'?!', false",
        "Who founded the company?, true",
        "vpn, true",
        "休暇の申請方法, true",
        "C++, true"
    })
    void aQuestionThatNamesNothingIsNone(String question, boolean something) {
        assertThat(likeness.saysSomething(question)).isEqualTo(something);
    }
}
