package io.docent.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.TimeoutException;
import io.docent.model.RefusedException;
import java.io.IOException;

/** A language model did not answer as it should. The message is for the reader, and goes on from "the language model". */
final class ModelFailure extends Exception {

    /** Of an answer in no form that its protocol has. */
    static final String UNREADABLE = "sent nothing that can be read";

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private ModelFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** A later try may do better, a moment from now. */
    static ModelFailure passing(String message, Throwable cause) {
        return new ModelFailure(Kind.PASSING, message, cause);
    }

    /** Somebody has to act before the model answers. */
    static ModelFailure lasting(String message, Throwable cause) {
        return new ModelFailure(Kind.LASTING, message, cause);
    }

    /** It failed this time; to try the same again is of no use. */
    static ModelFailure once(String message) {
        return once(message, new IllegalStateException(message));
    }

    private static ModelFailure once(String message, Throwable cause) {
        return new ModelFailure(Kind.ONCE, message, cause);
    }

    /** It answers others, but not this question. */
    static ModelFailure ofQuestion(String message) {
        return new ModelFailure(Kind.OF_QUESTION, message, new IllegalStateException(message));
    }

    /**
     * What a failure of the transport or of its server comes to.
     *
     * @param inTheMiddle whether a part of the answer had come
     */
    static ModelFailure of(Throwable cause, boolean inTheMiddle) {
        if (inTheMiddle) {
            return once("stopped in the middle of its answer");
        }
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof AuthenticationException) {
                return lasting("refused the key it was given", cause);
            }
            if (one instanceof ModelNotFoundException) {
                return lasting("is not known to its server", cause);
            }
            if (one instanceof InvalidRequestException) {
                return once("did not accept the request", cause); // it may accept another question's
            }
            if (one instanceof TimeoutException) {
                return once("took too long");
            }
            if (one instanceof JsonProcessingException) {
                return passing(UNREADABLE, cause);
            }
        }
        RefusedException refused = RefusedException.in(cause);
        if (refused != null) {
            int status = refused.statusCode();
            return status == 401 || status == 403
                    ? lasting("refused the key it was given", cause)
                    : status == 429
                            ? passing("has too many questions to answer at the moment", cause)
                            : status >= 500
                                    ? passing("failed at its server", cause)
                                    : once("did not accept the request", cause);
        }
        if (cause instanceof IOException || cause.getCause() instanceof IOException) {
            return passing("cannot be reached", cause);
        }
        return passing(UNREADABLE, cause);
    }

    boolean isPassing() {
        return kind == Kind.PASSING;
    }

    boolean isLasting() {
        return kind == Kind.LASTING;
    }

    /** Whether it says nothing of how the model does otherwise. */
    boolean isOfQuestion() {
        return kind == Kind.OF_QUESTION;
    }

    private enum Kind {
        PASSING,
        LASTING,
        ONCE,
        OF_QUESTION
    }
}
