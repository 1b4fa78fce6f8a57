package io.docent.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * More of a model's graph, to be written after the model: a reader of protocol buffers puts both together, since of a
 * message that comes twice what repeats is appended ("Last One Wins", Protocol Buffers encoding). The numbers of fields are
 * those of {@code onnx.proto}. For one thread.
 */
final class OnnxGraphPart {

    static final int MODEL_GRAPH = 7;

    static final int GRAPH_NODE = 1;
    static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_OUTPUT = 12;

    static final int NODE_INPUT = 1;
    static final int NODE_OUTPUT = 2;
    static final int NODE_OPERATOR = 4;
    private static final int NODE_ATTRIBUTE = 5;

    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_INTEGER = 3;
    private static final int ATTRIBUTE_INTEGERS = 8;
    private static final int ATTRIBUTE_TYPE = 20;
    private static final int TYPE_INTEGER = 2;
    private static final int TYPE_INTEGERS = 7;

    private static final int TENSOR_DIMENSION = 1;
    private static final int TENSOR_TYPE = 2;
    static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW = 9;
    private static final int FLOAT = 1;

    static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;
    private static final int TYPE_TENSOR = 1;
    private static final int TENSOR_ELEMENT = 1;

    private final Message graph = new Message();

    /** An operator over a value and a matrix of {@link #matrix}, as {@code MatMul} is; its result is an output. */
    OnnxGraphPart apply(String operator, String value, String matrix, String output) {
        graph.message(GRAPH_NODE, node(operator, output, value, matrix));
        return output(output);
    }

    /** An operator that takes one axis of a value away, as {@code ReduceSum} does; its result is an output. */
    OnnxGraphPart reduce(String operator, String value, int axis, String output) {
        Message axes = new Message()
                .text(ATTRIBUTE_NAME, "axes")
                .number(ATTRIBUTE_INTEGERS, axis)
                .number(ATTRIBUTE_TYPE, TYPE_INTEGERS);
        Message gone = new Message()
                .text(ATTRIBUTE_NAME, "keepdims")
                .number(ATTRIBUTE_INTEGER, 0)
                .number(ATTRIBUTE_TYPE, TYPE_INTEGER);
        graph.message(
                GRAPH_NODE,
                node(operator, output, value).message(NODE_ATTRIBUTE, axes).message(NODE_ATTRIBUTE, gone));
        return output(output);
    }

    /** Numbers of the graph's own, row by row. */
    OnnxGraphPart matrix(String name, int rows, float[] numbers) {
        ByteBuffer raw = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(numbers);
        graph.message(
                GRAPH_INITIALIZER,
                new Message()
                        .number(TENSOR_DIMENSION, rows)
                        .number(TENSOR_DIMENSION, numbers.length / rows)
                        .number(TENSOR_TYPE, FLOAT)
                        .text(TENSOR_NAME, name)
                        .bytes(TENSOR_RAW, raw.array()));
        return this;
    }

    private OnnxGraphPart output(String name) {
        Message tensor = new Message().number(TENSOR_ELEMENT, FLOAT);
        graph.message(
                GRAPH_OUTPUT,
                new Message().text(VALUE_NAME, name).message(VALUE_TYPE, new Message().message(TYPE_TENSOR, tensor)));
        return this;
    }

    private static Message node(String operator, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(NODE_INPUT, input);
        }
        return node.text(NODE_OUTPUT, output).text(NODE_OPERATOR, operator);
    }

    /** What follows the model's bytes. */
    byte[] bytes() {
        return new Message().message(MODEL_GRAPH, graph).written.toByteArray();
    }

    /** A message of protocol buffers as it is written. */
    private static final class Message {

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        Message number(int field, int value) {
            varint(field << 3 | ProtocolBuffer.VARINT);
            varint(value);
            return this;
        }

        Message text(int field, String text) {
            return bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message message) {
            return bytes(field, message.written.toByteArray());
        }

        Message bytes(int field, byte[] bytes) {
            varint(field << 3 | ProtocolBuffer.LENGTH_DELIMITED);
            varint(bytes.length);
            written.writeBytes(bytes);
            return this;
        }

        /** None is negative here. */
        private void varint(int value) {
            int rest = value;
            while (rest > 0x7F) {
                written.write((rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            written.write(rest);
        }
    }
}
