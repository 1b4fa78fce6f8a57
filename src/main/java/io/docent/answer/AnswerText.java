package io.docent.answer;

import java.util.List;
import java.util.stream.Collectors;

/** An answer as a text with markers: {@code The missile flew about 900 kilometres [1].} */
public final class AnswerText {

    private AnswerText() {}

    public static String of(List<Sentence> sentences) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (Sentence sentence : sentences) {
            if (!text.isEmpty()) {
                text.append(isList(before) || isList(sentence.text()) ? "\n\n" : " ");
            }
            text.append(withMarkers(sentence));
            before = sentence.text();
        }
        return text.toString();
    }

    /** A list begins and ends on a line of its own. */
    private static boolean isList(String text) {
        return text.indexOf('\n') >= 0;
    }

    private static String withMarkers(Sentence sentence) {
        return withMarkers(sentence.text(), sentence.citations());
    }

    /** The markers stand before the full stop, as in print. */
    static String withMarkers(String text, List<Integer> citations) {
        String markers = citations.stream().map(number -> "[" + number + "]").collect(Collectors.joining());
        if (markers.isEmpty()) {
            return text;
        }
        int end = text.length();
        while (end > 0 && ".!?。！？:".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + " " + markers + text.substring(end);
    }
}
