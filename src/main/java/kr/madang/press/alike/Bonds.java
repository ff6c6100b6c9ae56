package kr.madang.press.alike;

/** Who hangs together with whom (연결), over any number of others. */
final class Bonds {
    private final int[] above;

    Bonds(int size) {
        above = new int[size];
        for (int i = 0; i < size; i++) above[i] = i;
    }

    int root(int i) {
        int at = i;
        while (above[at] != at) at = above[at] = above[above[at]];
        return at;
    }

    void join(int a, int b) {
        int x = root(a);
        int y = root(b);
        // the lower number on top: the same in whatever order pairs come
        above[Math.max(x, y)] = Math.min(x, y);
    }
}
