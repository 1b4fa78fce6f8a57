package io.docent.model;

import static io.docent.model.OnnxGraphPart.GRAPH_INITIALIZER;
import static io.docent.model.OnnxGraphPart.GRAPH_NODE;
import static io.docent.model.OnnxGraphPart.MODEL_GRAPH;
import static io.docent.model.OnnxGraphPart.NODE_INPUT;
import static io.docent.model.OnnxGraphPart.NODE_OPERATOR;
import static io.docent.model.OnnxGraphPart.NODE_OUTPUT;
import static io.docent.model.OnnxGraphPart.TENSOR_NAME;
import static io.docent.model.OnnxGraphPart.VALUE_NAME;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a transformer's graph cheaper to run with the same result, in the bytes of the model. ONNX Runtime optimises a
 * graph when it loads it, but of all-MiniLM-L6-v2 as it was exported it leaves two things alone:
 *
 * <ul>
 *   <li>it adds a bias within the product of matrices before it only where the bias is the second operand, and here it is
 *       the first;
 *   <li>it adds the attention mask to every score, although a call with one text has nothing to mask.
 * </ul>
 *
 * <p>Nothing moves: two names change places, a name is written over another that is as long, and what is left out gets
 * the number of a field that ONNX does not have, which readers of protocol buffers skip ("Unknown Fields", Protocol
 * Buffers encoding). The numbers of fields are those of {@code onnx.proto}. For one thread.
 */
final class OnnxGraphOptimization {

    /** The input that tells padding from text. */
    private static final String MASK = "attention_mask";

    private static final int GRAPH_INPUT = 11;

    /** The tag, in one byte, of a graph's field of a number that ONNX reserves, with its length before it. */
    private static final byte LEFT_OUT = 3 << 3 | ProtocolBuffer.LENGTH_DELIMITED;

    private final ProtocolBuffer model;

    /** What is there before a text is. */
    private final Set<String> constants = new HashSet<>();

    /** What is worked out of the mask alone. */
    private final Set<String> masks = new HashSet<>(Set.of(MASK));

    /** Sums of a value and the mask, to the value. */
    private final Map<String, ProtocolBuffer.Field> unmasked = new HashMap<>();

    private OnnxGraphOptimization(byte[] model) {
        this.model = new ProtocolBuffer(model);
    }

    /**
     * Changes a model so that it has no attention mask, and every bias is the second operand.
     *
     * @param model as {@code onnx.proto} has it, its nodes in the order in which they are worked out
     * @throws IllegalArgumentException where it is no model, or not one whose mask can be taken out
     */
    static void apply(byte[] model) {
        new OnnxGraphOptimization(model).optimise();
    }

    private void optimise() {
        List<Node> nodes = new ArrayList<>();
        for (ProtocolBuffer.Field graph : model.fields(MODEL_GRAPH)) {
            for (ProtocolBuffer.Field field : model.fields(graph)) {
                switch (field.number()) {
                    case GRAPH_NODE -> nodes.add(node(field));
                    case GRAPH_INITIALIZER -> constants.addAll(texts(field, TENSOR_NAME));
                    case GRAPH_INPUT -> {
                        if (texts(field, VALUE_NAME).contains(MASK)) {
                            leaveOut(field);
                        }
                    }
                    default -> {} // outputs, shapes, names: they stay
                }
            }
        }
        Set<String> used = new HashSet<>();
        for (Node node : nodes) {
            if (node.inputs.isEmpty()) {
                constants.addAll(node.outputs);
            } else if (node.inputs.stream().anyMatch(input -> masks.contains(text(input)))) {
                withoutMask(node);
            } else {
                rewire(node);
                node.inputs.forEach(input -> used.add(text(input)));
                biasSecond(node);
            }
        }
        // Constants that only the mask needed: ONNX Runtime would write a warning of each.
        nodes.stream()
                .filter(node -> node.inputs.isEmpty() && node.outputs.stream().noneMatch(used::contains))
                .forEach(node -> leaveOut(node.field));
    }

    private void withoutMask(Node node) {
        List<ProtocolBuffer.Field> values = node.inputs.stream()
                .filter(input -> !masks.contains(text(input)) && !constants.contains(text(input)))
                .toList();
        if (values.isEmpty()) {
            masks.addAll(node.outputs);
        } else if (node.operator.equals("Add") && node.inputs.size() == 2) {
            unmasked.put(node.outputs.getFirst(), values.getFirst());
        } else {
            throw new IllegalArgumentException(
                    "the mask goes into " + node.operator + " of " + node.outputs + ", and cannot be taken out");
        }
        leaveOut(node.field);
    }

    private void rewire(Node node) {
        for (ProtocolBuffer.Field input : node.inputs) {
            ProtocolBuffer.Field value = unmasked.get(text(input));
            if (value != null) {
                model.overwrite(input, value);
            }
        }
    }

    private void biasSecond(Node node) {
        if (node.operator.equals("Add")
                && node.inputs.size() == 2
                && constants.contains(text(node.inputs.getFirst()))
                && !constants.contains(text(node.inputs.getLast()))) {
            model.exchange(node.inputs.getFirst(), node.inputs.getLast());
        }
    }

    private void leaveOut(ProtocolBuffer.Field field) {
        model.retag(field, LEFT_OUT);
    }

    private Node node(ProtocolBuffer.Field field) {
        List<ProtocolBuffer.Field> inputs = model.fields(field).stream()
                .filter(part -> part.number() == NODE_INPUT)
                .toList();
        return new Node(field, inputs, texts(field, NODE_OUTPUT), String.join("", texts(field, NODE_OPERATOR)));
    }

    private List<String> texts(ProtocolBuffer.Field message, int number) {
        return model.fields(message).stream()
                .filter(part -> part.number() == number)
                .map(this::text)
                .toList();
    }

    private String text(ProtocolBuffer.Field field) {
        return new String(model.bytes(), field.start(), field.end() - field.start(), StandardCharsets.UTF_8);
    }

    private record Node(
            ProtocolBuffer.Field field, List<ProtocolBuffer.Field> inputs, List<String> outputs, String operator) {}
}
