package io.docent.evaluation;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a figure has to be at least.
 *
 * @param name {@code set.figure}, or the figure's name alone where one data set is measured
 * @param least the bound
 */
public record Bound(String name, double least) {

    private static final Pattern FORM = Pattern.compile("(.+)=(\\d+(?:\\.\\d+)?)");

    /** Reads {@code name=value}. */
    public static Bound parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new BadInputException(
                    "--at-least is a figure's name, an equals sign and a number, as in recall@5=0.9; not " + text);
        }
        return new Bound(form.group(1), Double.parseDouble(form.group(2)));
    }

    /**
     * What is wrong, for the reader; nothing where the bound is kept.
     *
     * @throws BadInputException where there is no such figure
     */
    Optional<String> broken(Report report) {
        Map<String, Figure> figures = report.figures();
        String whole = report.sets().size() == 1 && !figures.containsKey(name)
                ? report.sets().getFirst().name() + "." + name
                : name;
        Figure figure = figures.get(whole);
        if (figure == null) {
            throw new BadInputException("--at-least: no figure is named " + name + "; there are "
                    + String.join(", ", figures.keySet().stream().limit(5).toList()) + " …");
        }
        return figure.value() >= least
                ? Optional.empty()
                : Optional.of("%s is %.4f, below %s".formatted(whole, figure.value(), least));
    }
}
