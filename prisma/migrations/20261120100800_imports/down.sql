drop table import_lines, imports;
