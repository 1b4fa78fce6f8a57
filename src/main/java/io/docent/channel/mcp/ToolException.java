package io.docent.channel.mcp;

/** A call that cannot be done as it is; its message tells the model that calls what to do. */
final class ToolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ToolException(String message) {
        super(message);
    }
}
