"""The records: tables, repositories, migrations."""
