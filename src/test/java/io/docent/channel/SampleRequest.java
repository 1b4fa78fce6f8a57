package io.docent.channel;

import java.util.List;

/** A request as a client of one of the protocols sends it, to be sent with something wrong in it. */
record SampleRequest(String path, String type, String body) {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUESTION = "How many people work in Berlin?";
    /** Of the settings that the samples are sent to. */
    static final String WEBHOOK_TOKEN = "znf7rg15kjfs8kdq7gwx5nqsuc";

    /** One of each kind that each protocol has. */
    static final List<SampleRequest> ALL = List.of(
            new SampleRequest(
                    "/api/chat", JSON, "{\"question\":\"" + QUESTION + "\",\"documentIds\":[\"a\"],\"explain\":true}"),
            new SampleRequest("/api/chat", JSON, "{\"question\":\"" + QUESTION + "\",\"conversationId\":\"abc\"}"),
            new SampleRequest("/api/chat/stream", JSON, "{\"question\":\"" + QUESTION + "\"}"),
            new SampleRequest("/api/session", JSON, "{\"token\":\"x\"}"),
            new SampleRequest(
                    "/api/answers/0123456789abcdef0123/feedback", JSON, "{\"helpful\":true,\"comment\":\"good\"}"),
            new SampleRequest(
                    "/api/documents",
                    "multipart/form-data; boundary=limit",
                    String.join(
                            "\r\n",
                            "--limit",
                            "Content-Disposition: form-data; name=\"file\"; filename=\"fuzz.txt\"",
                            "Content-Type: text/plain",
                            "",
                            "Some text.",
                            "--limit--",
                            "")),
            new SampleRequest(
                    "/v1/chat/completions",
                    JSON,
                    "{\"model\":\"docent\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                            + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"" + QUESTION
                            + "\"}]}],\"stream\":true,\"stream_options\":{\"include_usage\":true}}"),
            new SampleRequest(
                    "/v1/chat/completions",
                    JSON,
                    "{\"model\":\"docent\",\"messages\":[{\"role\":\"user\",\"content\":\"" + QUESTION
                            + "\"},{\"role\":\"assistant\",\"content\":\"42 [1].\"},"
                            + "{\"role\":\"user\",\"content\":\"And in Munich?\"}],\"temperature\":0}"),
            new SampleRequest(
                    "/mcp",
                    JSON,
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                            + "\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}"),
            new SampleRequest(
                    "/mcp",
                    JSON,
                    "{\"jsonrpc\":\"2.0\",\"id\":\"b\",\"method\":\"tools/call\",\"params\":{\"name\":\"ask\","
                            + "\"arguments\":{\"question\":\"" + QUESTION + "\"}}}"),
            new SampleRequest(
                    "/mcp",
                    JSON,
                    "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"search\","
                            + "\"arguments\":{\"query\":\"Berlin\",\"limit\":3}}}"),
            new SampleRequest("/mcp", JSON, "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"resources/list\"}"),
            new SampleRequest(
                    "/webhook",
                    FORM,
                    "token=" + WEBHOOK_TOKEN + "&channel_id=c1&user_id=u1&post_id=p1&text=%23docent+How+many%3F"
                            + "&trigger_word=%23docent"),
            new SampleRequest(
                    "/webhook",
                    JSON,
                    "{\"token\":\"" + WEBHOOK_TOKEN + "\",\"bot\":false,\"channel_id\":\"G\",\"message_id\":\"m1\","
                            + "\"user_id\":\"r1\",\"text\":\"docent " + QUESTION + "\",\"trigger_word\":\"docent\"}"),
            new SampleRequest(
                    "/slack/events",
                    JSON,
                    "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\",\"authorizations\":"
                            + "[{\"team_id\":\"T1\",\"user_id\":\"U0BOT\",\"is_bot\":true}],\"event\":{\"type\":"
                            + "\"app_mention\",\"user\":\"U1\",\"text\":\"<@U0BOT> Why?\",\"ts\":\"1780000000.000001\","
                            + "\"channel\":\"C1\",\"team\":\"T1\"}}"),
            new SampleRequest("/slack/events", JSON, "{\"type\":\"url_verification\",\"challenge\":\"abc\"}"),
            new SampleRequest(
                    "/slack/commands",
                    FORM,
                    "team_id=T1&channel_id=C1&user_id=U1&command=%2Fask&text=Why%3F&trigger_id=1.2"
                            + "&response_url=https%3A%2F%2Fevil.example%2Fx"),
            new SampleRequest(
                    "/slack/interactions",
                    FORM,
                    "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22actions%22"
                            + "%3A%5B%7B%22action_id%22%3A%22helpful%22%2C%22value%22%3A%22x%22%7D%5D%7D"));
}
