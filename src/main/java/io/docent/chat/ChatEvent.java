package io.docent.chat;

import io.docent.answer.Citation;
import java.util.List;

/** What the asker sees of a turn while it comes about. */
public sealed interface ChatEvent {

    /** The citations that the answer will choose from. */
    record Found(List<Citation> citations) implements ChatEvent {}

    /** The next piece of the answer's text; empty where there is none yet, so that a reader who has gone can say so. */
    record Piece(String text) implements ChatEvent {}
}
