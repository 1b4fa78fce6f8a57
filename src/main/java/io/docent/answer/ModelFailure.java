package io.docent.answer;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.TimeoutException;
import io.docent.model.RefusedException;
import java.io.IOException;

/** A language model did not answer as it should. The message is for the reader, and goes on from "the language model". */
final class ModelFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final boolean lasting;

    private ModelFailure(String message, boolean passing, boolean lasting, Throwable cause) {
        super(message, cause);
        this.passing = passing;
        this.lasting = lasting;
    }

    /** A later try may do better, a moment from now. */
    static ModelFailure passing(String message, Throwable cause) {
        return new ModelFailure(message, true, false, cause);
    }

    /** Somebody has to act before the model answers. */
    static ModelFailure lasting(String message, Throwable cause) {
        return new ModelFailure(message, false, true, cause);
    }

    /** It failed at this question. */
    static ModelFailure once(String message) {
        return new ModelFailure(message, false, false, new IllegalStateException(message));
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
                return lasting("did not accept the request", cause);
            }
            if (one instanceof TimeoutException) {
                return once("took too long");
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
                                    : lasting("did not accept the request", cause);
        }
        if (cause instanceof IOException || cause.getCause() instanceof IOException) {
            return passing("cannot be reached", cause);
        }
        return passing("sent what cannot be read", cause);
    }

    boolean isPassing() {
        return passing;
    }

    boolean isLasting() {
        return lasting;
    }
}
