package kr.madang.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Draws the rooms in layers, each above all rooms it uses. */
class RoomsPicture {
    private static final int WIDTH = 150;
    private static final int HEIGHT = 56;
    private static final int GAP_X = 40;
    private static final int GAP_Y = 60;
    private static final int MARGIN = 20;

    private final Map<String, Set<String>> arrows;
    private final Map<String, String> desks;
    private final Map<String, int[]> places = new TreeMap<>();

    RoomsPicture(Map<String, Set<String>> arrows, Map<String, String> desks) {
        this.arrows = arrows;
        this.desks = desks;
    }

    String svg() {
        var layers = new TreeMap<Integer, List<String>>();
        for (var room : arrows.keySet())
            layers.computeIfAbsent(depth(room), d -> new ArrayList<>()).add(room);
        int widest = layers.values().stream().mapToInt(List::size).max().orElse(0);
        int width = 2 * MARGIN + widest * (WIDTH + GAP_X) - GAP_X;
        int height = 2 * MARGIN + layers.size() * (HEIGHT + GAP_Y) - GAP_Y;
        layers.forEach((depth, rooms) -> {
            int left = (width - rooms.size() * (WIDTH + GAP_X) + GAP_X) / 2;
            int y = height - MARGIN - HEIGHT - depth * (HEIGHT + GAP_Y);
            for (int i = 0; i < rooms.size(); i++) places.put(rooms.get(i), new int[] {left + i * (WIDTH + GAP_X), y});
        });
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" font-family="sans-serif" text-anchor="middle">
                <title>The rooms of Madang; arrows point to what a room uses</title>
                <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#58616a"/></marker></defs>
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                """.formatted(width, height));
        arrows.forEach((room, uses) -> uses.stream()
                .filter(places::containsKey)
                .filter(used -> !used.equals("kernel") || depth(room) == 1)
                .forEach(used -> svg.append(arrow(room, used))));
        places.forEach((room, at) -> svg.append(box(room, at)));
        return svg.append("</svg>\n").toString();
    }

    private int depth(String room) {
        return arrows.getOrDefault(room, Set.of()).stream()
                .filter(arrows::containsKey)
                .mapToInt(used -> depth(used) + 1)
                .max()
                .orElse(0);
    }

    private String arrow(String from, String to) {
        var a = places.get(from);
        var b = places.get(to);
        return "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#58616a\" stroke-width=\"1.5\" marker-end=\"url(#tip)\"/>\n"
                .formatted(a[0] + WIDTH / 2, a[1] + HEIGHT, b[0] + WIDTH / 2, b[1]);
    }

    private String box(String room, int[] at) {
        int middle = at[0] + WIDTH / 2;
        return """
                <rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="#ecf2fe" stroke="#256ef4"/>
                <text x="%d" y="%d" font-size="15" font-weight="bold" fill="#1e2124">%s</text>
                <text x="%d" y="%d" font-size="13" fill="#464c53">%s</text>
                """.formatted(
                        at[0],
                        at[1],
                        WIDTH,
                        HEIGHT,
                        middle,
                        at[1] + 25,
                        room,
                        middle,
                        at[1] + 44,
                        desks.getOrDefault(room, ""));
    }
}
