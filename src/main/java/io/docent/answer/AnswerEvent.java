package io.docent.answer;

import java.util.List;

/** What a reader sees of an answer while it comes about. */
public sealed interface AnswerEvent {

    /** The citations that the answer will choose from. */
    record Found(List<Citation> citations) implements AnswerEvent {}

    /** The next piece of the answer's text; empty where there is none yet, so that a reader who has gone can say so. */
    record Piece(String text) implements AnswerEvent {}

    /** The whole answer; the last event. */
    record Done(Answer answer) implements AnswerEvent {}
}
