package io.docent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.answer.Quantity.Bound;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single rules of the check, without vectors: numbers in other forms, bounds, what is denied, degrees. */
class StatementRulesTest {

    private static final Set<String> FUNCTION = Set.of(
            "the", "a", "an", "of", "to", "in", "is", "are", "was", "be", "by", "for", "and", "or", "not", "no", "it",
            "at", "on", "with", "as", "that", "but", "if", "from", "only", "before", "after", "than", "does", "do",
            "may", "per");

    private static final StatementReader READER = new StatementReader(FUNCTION::contains, true);

    private static List<String> missing(String claim, String source) {
        Evidence evidence =
                Evidence.of(List.of(new Evidence.Source(source, "", io.docent.index.TokenVectors.NONE)), READER);
        return Facts.missing(READER.read(claim), evidence.units().getFirst(), true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Revenue rose by 6%.                    | Revenue rose by 6 per cent.
            One in ten people feel it.             | It affects 10% of people.
            A third of them have no car.            | One in three have no car.
            Two thirds of it is used.              | 2 out of 3 parts are used.
            Rest for half an hour.                 | Rest for 30 minutes.
            It takes three quarters of an hour.    | It takes 45 minutes.
            It is killed after five minutes.       | It is killed after 300 seconds.
            It comes within 7 days.                | It takes up to a week.
            There are twelve places.               | There are a dozen places.
            It costs €39.                          | It costs 39 EUR.
            It costs EUR 39.                       | It costs 39 euros.
            It costs €8m.                          | It costs 8 million euros.
            It costs 40 cents.                     | It costs €0.40.
            The floor has 12 m².                   | The floor has 12 square metres.
            It opens at 8 p.m.                     | It opens at 20:00.
            It ends at noon.                       | It ends at 12:00.
            Females grow to 6 cm.                  | Males grow to 4 cm, females to 6.
            It falls for two months.               | It falls for two consecutive months.
            Both are done after two rinses.        | Both rinses have to be done.
            It first came in June.                 | It came in June.
            """)
    void aNumberInAnotherFormIsTheSame(String claim, String source) {
        List<String> missing = missing(claim, source);

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Revenue rose by 6%.                    | Revenue rose by 7 per cent.
            Two thirds of it is used.              | One third of it is used.
            One in five people feel it.            | It affects 10% of people.
            Rest for half an hour.                 | Rest for 20 minutes.
            It is killed after six minutes.        | It is killed after 300 seconds.
            It costs 40 cents.                     | It costs €0.50.
            The floor has 12 m².                   | The floor has 12 metres.
            Females grow to 6 mm.                  | Males grow to 4 cm, females to 6.
            Add one teaspoon.                      | Add one tablespoon.
            It opens at 8 a.m.                     | It opens at 20:00.
            The first book was translated.         | Only the second book was translated.
            """)
    void anotherNumberIsNot(String claim, String source) {
        List<String> missing = missing(claim, source);

        assertThat(missing).isNotEmpty();
    }

    /** More than a double holds. */
    @Test
    void aNumberOfHundredsOfDigitsIsItsDigits() {
        String huge = "It has " + "9".repeat(400);

        assertThat(missing(huge + " parts.", huge + " parts.")).isEmpty();
        assertThat(missing(huge + "1 parts.", huge + "2 parts.")).isNotEmpty();
        assertThat(missing(huge + "1 km.", huge + "2 miles.")).isNotEmpty();
        assertThat(missing("It has about 5 parts.", huge + " parts.")).isNotEmpty();
        assertThat(missing("It has at least " + "9".repeat(400) + " parts.", "It has 5 parts."))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not earlier than two hours after it    | AT_LEAST
            no later than eight weeks before it    | AT_LEAST
            no later than 30 days after it         | AT_MOST
            must not be higher than 2 metres       | AT_MOST
            do not take more than two tablets      | AT_MOST
            does not exceed six hours              | AT_MOST
            as long as seven days                  | AT_MOST
            within 30 days                         | AT_MOST
            six months or longer                   | AT_LEAST
            12 m² or less                          | AT_MOST
            a maximum of four hens                 | AT_MOST
            longer than five minutes               | AT_LEAST
            roughly 200 cups                       | ABOUT
            for 200 cups                           | NONE
            """)
    void readsBoundsInManyWords(String text, Bound bound) {
        Statement statement = READER.read(text);

        assertThat(statement.quantities()).extracting(Quantity::bound).containsOnly(bound);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Such devices are not suitable.         | Such devices are unsuitable.
            The motion did not pass.               | The motion was rejected.
            The hose is not washable.              | The lid may be washed; the hose may not.
            A filter has no guarantee.             | Machines have a guarantee, filters none, since they wear out.
            Cockerels are not allowed.             | You may keep hens but no cockerels.
            It lives nowhere but on cliffs.        | It lives only on cliffs.
            It comes with no delay.                | It comes without delay.
            """)
    void whatIsDeniedInOtherWordsIsDenied(String claim, String source) {
        List<String> missing = missing(claim, source);

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The cycle does not start again.        | The cycle must be kept running; if the power fails it starts again.
            Nothing is charged for the copy.       | The copy is charged.
            Credits are paid out in cash.          | Credits are set off against the invoice; they are not paid in cash.
            A late job does not count as failed.   | A late job counts as failed.
            The crust breaks because it is hot.    | The crust breaks.
            It may only be washed on Sundays.      | It may be washed on every Sunday.
            """)
    void whatIsNotDeniedOrSaidIsMissing(String claim, String source) {
        List<String> missing = missing(claim, source);

        assertThat(missing).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"per cent,share", "teaspoon,volume", "m²,area", "m³,volume", "pence,pounds", "fortnight,time"})
    void knowsUnits(String name, String dimension) {
        MeasureUnit unit = MeasureUnit.named(name.toLowerCase(Locale.ROOT));

        assertThat(unit).isNotNull().extracting(MeasureUnit::dimension).isEqualTo(dimension);
    }
}
