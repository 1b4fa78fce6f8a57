package io.docent.answer;

import io.docent.answer.Evidence.Unit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a sentence that gives a cause is drawn from one that does. English. */
final class Causes {

    private static final Pattern CAUSE = Pattern.compile(
            "\\b(because|due to|owing to|caused? by|as a result of|on account of|thanks to|the reason|that is why)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Also words that give a cause among other things. */
    private static final Pattern MAY_CAUSE = Pattern.compile(
            "\\b(because|due|owing|caus\\w+|as|since|after|result\\w*|on account|thanks|reasons?|why|therefore|so|hence|thus"
                    + "|otherwise|lead\\w*|led|lack|following|mak(e|es|ing)|made)\\b",
            Pattern.CASE_INSENSITIVE);

    private Causes() {}

    /** Adds the cause that a source does not give, as a reason for the reader. */
    static void missing(Statement claim, Unit unit, List<String> missing) {
        Optional<String> said = in(claim);
        if (said.isPresent() && !MAY_CAUSE.matcher(unit.text()).find()) {
            missing.add("it does not say “" + said.get() + "”");
        }
    }

    private static Optional<String> in(Statement claim) {
        if (claim.words().isEmpty()) {
            return Optional.empty();
        }
        int from = claim.words().getFirst().start();
        int to = claim.words().getLast().end();
        Matcher cause = CAUSE.matcher(claim.text()).region(from, to);
        return cause.find() ? Optional.of(cause.group()) : Optional.empty();
    }
}
