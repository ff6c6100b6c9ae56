package kr.madang.report.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.madang.report.audit.text.Extracted;

/** One pass over a document (판독): tables and prose apart, detectors over each, the diagnosis over all they propose. */
final class Reading {
    private final List<String> lines;
    private final Places places = new Places();
    private final List<Grid> grids = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final Map<String, Relation> relations = new HashMap<>();
    private final List<Relation> order = new ArrayList<>();

    Reading(Extracted document) {
        lines = document.lines().stream().map(Plain::of).toList();
        headings();
        Set<Integer> taken = tables(document);
        List<String> loose = new ArrayList<>(lines);
        taken.forEach(line -> loose.set(line - 1, ""));
        taken.addAll(TabTables.of(loose, places, grids));
        taken.forEach(line -> loose.set(line - 1, ""));
        grids.addAll(FlatTables.of(loose, places));
        passages(taken);
    }

    private void headings() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            places.line(i + 1, line);
            int depth = Outline.depth(line);
            boolean numbered = line.strip().matches("\\d{1,2}\\.?\\s+[가-힣A-Za-z].{1,60}");
            if (depth == 20 || depth <= 19 || numbered) {
                places.heading(i + 1, Outline.body(line));
            }
        }
    }

    private Set<Integer> tables(Extracted document) {
        Set<Integer> taken = new HashSet<>();
        for (Extracted.Table table : document.tables()) {
            grids.addAll(CellTables.of(table, lines, places));
            table.cells().forEach(cell -> taken.add(cell.line()));
        }
        return taken;
    }

    private void passages(Set<Integer> taken) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > 20_000) {
                continue;
            }
            if (line.indexOf('\t') < 0 && !taken.contains(i + 1)) {
                passages.add(new Passage(i + 1, 0, line, false));
                continue;
            }
            int start = 0;
            for (String cell : line.split("\t", -1)) {
                if (telling(cell)) {
                    passages.add(new Passage(i + 1, start, cell, true));
                }
                start += cell.length() + 1;
            }
        }
    }

    /** A cell with a bare number or a name implies nothing by itself; large tables are full of them. */
    private static boolean telling(String cell) {
        boolean signs = false;
        boolean digits = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            digits |= Character.isDigit(c);
            signs |= c == '('
                    || c == '['
                    || c == '='
                    || c == '%'
                    || c == ',' && i + 1 < cell.length() && cell.charAt(i + 1) == ' ';
        }
        return signs && digits;
    }

    List<Finding> findings() {
        for (Grid grid : grids) {
            Grid turned = grid.turned();
            add(LineTotals.of(grid, "행"));
            add(LineTotals.of(turned, "열"));
            add(LineRules.of(grid));
            add(LineRules.of(turned));
            add(Shares.of(grid));
            add(Shares.of(turned));
            add(TotalsOverTables.of(grid, lines));
        }
        for (Passage passage : passages) {
            add(Breakdowns.of(passage));
            add(Frequencies.of(passage));
            add(Expressions.of(passage));
            add(SentenceRates.of(passage));
            add(Kinds.of(passage));
        }
        add(ListedParts.of(passages));
        add(LabelledValues.of(passages));
        add(Remainders.of(passages));
        add(Kinds.teams(passages));
        return Diagnosis.of(order, places::of);
    }

    private void add(List<Relation> found) {
        for (Relation relation : found) {
            StringBuilder key = new StringBuilder(relation.getClass().getSimpleName());
            key.append(relation.target().spot());
            if (relation.inputs().size() < 50) {
                relation.inputs().stream().map(Amount::spot).sorted().forEach(key::append);
            } else {
                key.append(relation.inputs().size())
                        .append(relation.inputs().getFirst().spot());
            }
            if (relations.putIfAbsent(key.toString(), relation) == null) {
                order.add(relation);
            }
        }
    }
}
