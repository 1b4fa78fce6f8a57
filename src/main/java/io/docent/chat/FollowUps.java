package io.docent.chat;

import io.docent.history.Turn;
import jakarta.inject.Singleton;
import java.util.List;

/** Placeholder. */
@Singleton
final class FollowUps {
    String standalone(String question, List<Turn> before) {
        return question;
    }
}
