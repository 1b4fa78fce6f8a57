package io.docent.history;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of the history, read and written row by row with all columns that it has.
 *
 * @param name of the table
 * @param key columns by which a row is known, in either database
 * @param order columns that its rows are read by; unique together
 * @param atOnce how many rows are read at once
 */
record HistoryTable(String name, List<String> key, List<String> order, int atOnce) {

    private static final int AT_ONCE = 200;

    /** Each half a megabyte. */
    private static final int PARTS_AT_ONCE = 10;

    /** In the order in which they refer to each other. */
    static final List<HistoryTable> ALL = List.of(
            new HistoryTable("conversation", List.of("id")),
            new HistoryTable("turn", List.of("id")),
            new HistoryTable("feedback", List.of("turn_id", "person")),
            new HistoryTable("gap_done", List.of("turn_id")),
            new HistoryTable("claim", List.of("name"), List.of("position"), AT_ONCE),
            new HistoryTable("upload", List.of("id")),
            new HistoryTable(
                    "upload_part", List.of("upload_id", "position"), List.of("upload_id", "position"), PARTS_AT_ONCE));

    private HistoryTable(String name, List<String> key) {
        this(name, key, key, AT_ONCE);
    }

    /** Whether others may have rows here: what was dealt with elsewhere, and uploads that went from files into the database. */
    boolean isShared() {
        return name.equals("claim") || name.startsWith("upload");
    }

    long count(Connection database) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("select count(*) from " + name);
                ResultSet count = statement.executeQuery()) {
            count.next();
            return count.getLong(1);
        }
    }

    /** The next rows behind {@code last}; the first where that is null. */
    List<Row> next(Connection database, @Nullable Row last) throws SQLException {
        String by = String.join(", ", order);
        String behind = last == null ? "" : " where (" + by + ") > (" + marks(order.size()) + ")";
        String query = "select * from " + name + behind + " order by " + by + " fetch first " + atOnce + " rows only";
        try (PreparedStatement statement = database.prepareStatement(query)) {
            if (last != null) {
                set(statement, 1, last.of(order));
            }
            return rows(statement);
        }
    }

    /** Those of the rows that are there, by their key. */
    Map<List<Optional<Object>>, Row> find(Connection database, List<Row> rows) throws SQLException {
        String each = "(" + marks(key.size()) + ")";
        String query = "select * from " + name + " where (" + String.join(", ", key) + ") in ("
                + rows.stream().map(row -> each).collect(Collectors.joining(", ")) + ")";
        Map<List<Optional<Object>>, Row> found = new HashMap<>();
        if (rows.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = database.prepareStatement(query)) {
            int at = 1;
            for (Row row : rows) {
                at = set(statement, at, row.of(key));
            }
            rows(statement).forEach(row -> found.put(row.of(key), row));
        }
        return found;
    }

    void insert(Connection database, Row row) throws SQLException {
        List<String> columns = List.copyOf(row.kept().keySet());
        String query =
                "insert into " + name + " (" + String.join(", ", columns) + ") values (" + marks(columns.size()) + ")";
        try (PreparedStatement statement = database.prepareStatement(query)) {
            set(statement, 1, row.of(columns));
            statement.executeUpdate();
        }
    }

    /** Makes the row of the same key like this one. */
    void update(Connection database, Row row) throws SQLException {
        List<String> columns = List.copyOf(row.kept().keySet());
        String query = "update " + name + " set " + String.join(" = ?, ", columns) + " = ? where "
                + String.join(" = ? and ", key) + " = ?";
        try (PreparedStatement statement = database.prepareStatement(query)) {
            set(statement, set(statement, 1, row.of(columns)), row.of(key));
            statement.executeUpdate();
        }
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static int set(PreparedStatement statement, int from, List<Optional<Object>> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i).orElse(null);
            statement.setObject(from + i, value instanceof ByteBuffer bytes ? copy(bytes) : value);
        }
        return from + values.size();
    }

    private static byte[] copy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        return copy;
    }

    private static List<Row> rows(PreparedStatement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            ResultSetMetaData columns = found.getMetaData();
            while (found.next()) {
                Map<String, Optional<Object>> values = new HashMap<>();
                Map<String, Optional<Object>> kept = new HashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String column = columns.getColumnName(i).toLowerCase(Locale.ROOT);
                    Optional<Object> value = value(found, columns.getColumnType(i), i);
                    values.put(column, value);
                    if (!columns.isAutoIncrement(i)) {
                        kept.put(column, value);
                    }
                }
                rows.add(new Row(values, kept));
            }
        }
        return rows;
    }

    /** In the form that is the same from both databases. */
    private static Optional<Object> value(ResultSet row, int type, int column) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
                Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                        .map(time -> time.withOffsetSameInstant(ZoneOffset.UTC));
            // PostgreSQL has no character of number 0.
            case Types.VARCHAR, Types.CLOB ->
                Optional.ofNullable(row.getString(column)).map(text -> text.replace("\0", ""));
            // Arrays are not equal where what they hold is.
            case Types.BINARY, Types.VARBINARY ->
                Optional.ofNullable(row.getBytes(column)).map(ByteBuffer::wrap);
            default -> Optional.ofNullable(row.getObject(column));
        };
    }

    /**
     * A row of either database.
     *
     * @param values by column; empty for null
     * @param kept those of them that the database does not number itself, which are the same in both
     */
    record Row(Map<String, Optional<Object>> values, Map<String, Optional<Object>> kept) {

        List<Optional<Object>> of(List<String> columns) {
            return columns.stream()
                    .map(column -> Objects.requireNonNull(values.get(column)))
                    .toList();
        }
    }
}
