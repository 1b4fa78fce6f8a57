package io.docent.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers printed on pages: at the start or the end of a line at their edge, one more on every page.
 *
 * @param offset from the page's place in the file; null where no numbers are printed
 */
record PageNumbers(@Nullable Integer offset) {

    private static final int FEWEST = 3;

    private static final Pattern NUMBER = Pattern.compile("^\\D{0,3}(\\d{1,4})(?!\\S)|(?<!\\S)(\\d{1,4})\\D{0,3}$");

    static PageNumbers of(List<PdfPage> pages) {
        Map<Integer, Integer> offsets = new HashMap<>();
        for (PdfPage page : pages) {
            Stream.concat(page.top().stream(), page.bottom().stream())
                    .flatMapToInt(PageNumbers::numbers)
                    .map(number -> number - page.number())
                    .distinct()
                    .forEach(offset -> offsets.merge(offset, 1, Integer::sum));
        }
        return offsets.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(offset -> offset.getValue() >= FEWEST && offset.getValue() * 2 > pages.size())
                .map(offset -> new PageNumbers(offset.getKey()))
                .orElse(new PageNumbers(null));
    }

    boolean isOn(int page, String line) {
        return offset != null && numbers(line).anyMatch(number -> number == page + offset);
    }

    private static IntStream numbers(String line) {
        IntStream.Builder numbers = IntStream.builder();
        Matcher number = NUMBER.matcher(line);
        while (number.find()) {
            numbers.add(Integer.parseInt(number.group(1) == null ? number.group(2) : number.group(1)));
        }
        return numbers.build();
    }
}
