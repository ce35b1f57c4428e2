namespace Readout.Archive.Store.Dialects;

/// <content>What the engine knows of its tables.</content>
internal sealed partial class PostgresDialect
{
    public override IReadOnlyList<StoredTable> Tables(ArchiveConnection connection)
    {
        ILookup<string, (string Name, ColumnKind Kind)> columns = connection.Query(
            """
            SELECT table_name, column_name, data_type FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = 'readout' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER' AND data_type <> 'tsvector' ORDER BY table_name COLLATE "C", ordinal_position
            """, row => (Table: row.GetString(0), Column: (row.GetString(1), Kind(row.GetString(2))))).ToLookup(pair => pair.Table, pair => pair.Column);
        ILookup<string, string> keys = connection.Query(
            """
            SELECT table_name, column_name FROM information_schema.table_constraints JOIN information_schema.key_column_usage USING (constraint_schema, constraint_name, table_name)
            WHERE constraint_type = 'PRIMARY KEY' AND constraint_schema = 'readout' ORDER BY table_name COLLATE "C", ordinal_position
            """, row => (Table: row.GetString(0), Column: row.GetString(1))).ToLookup(pair => pair.Table, pair => pair.Column);
        return
        [
            .. columns.Where(table => table.Key != "schema")
                .Select(table => new StoredTable(new TableShape(table.Key, [.. table]), [.. keys[table.Key].DefaultIfEmpty("ctid")])),
        ];
    }

    public override IReadOnlyList<Reference> References(ArchiveConnection connection) => connection.Query(
        """
        SELECT source.relname, source_column.attname, target.relname, target_column.attname
        FROM pg_constraint JOIN pg_class AS source ON source.oid = conrelid JOIN pg_class AS target ON target.oid = confrelid
        JOIN pg_attribute AS source_column ON source_column.attrelid = conrelid AND source_column.attnum = conkey[1]
        JOIN pg_attribute AS target_column ON target_column.attrelid = confrelid AND target_column.attnum = confkey[1]
        WHERE contype = 'f' AND connamespace = 'readout'::regnamespace AND array_length(conkey, 1) = 1
        ORDER BY source.relname COLLATE "C", conkey
        """, row => new Reference(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)));

    // Damage to its files is found by the engine as they are read; every table is read by the other checks.
    public override IReadOnlyList<string> CheckEngine(ArchiveConnection connection) => [];

    public override IReadOnlyList<string> CheckWords(ArchiveConnection connection) => connection.Query(
        "SELECT id FROM sentences WHERE words IS DISTINCT FROM to_tsvector('english', left(text, 100000)) ORDER BY id LIMIT 1000",
        row => $"the full text does not have the words of sentence {row.GetInt64(0)}");

    // References are checked when all rows are in, and are again what they were when the transaction ends.
    public override void Load(ArchiveConnection connection, Action load) => connection.InTransaction(() =>
    {
        List<(string Table, string Name)> references = connection.Query(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'f' AND connamespace = 'readout'::regnamespace AND NOT condeferrable",
            row => (row.GetString(0), row.GetString(1)));
        foreach ((string table, string name) in references) connection.ExecuteScript($"ALTER TABLE {table} ALTER CONSTRAINT \"{name}\" DEFERRABLE INITIALLY DEFERRED");
        load();
        connection.ExecuteScript("SET CONSTRAINTS ALL IMMEDIATE");
        foreach ((string table, string name) in references) connection.ExecuteScript($"ALTER TABLE {table} ALTER CONSTRAINT \"{name}\" NOT DEFERRABLE");
    });

    private static ColumnKind Kind(string type) => type switch
    {
        "bigint" or "integer" or "smallint" => ColumnKind.Integer,
        "double precision" or "real" => ColumnKind.Real,
        "bytea" => ColumnKind.Blob,
        _ => ColumnKind.Text,
    };
}
