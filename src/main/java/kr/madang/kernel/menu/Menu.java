package kr.madang.kernel.menu;

import java.util.List;
import kr.madang.kernel.access.Actor;
import kr.madang.kernel.access.Level;
import org.jspecify.annotations.Nullable;

/** The plug through which a room appears in the menus. */
public interface Menu {
    List<Item> items();

    /**
     * A page in the menu.
     *
     * @param room whose page it is; groups the items of the desk menu
     * @param title message key of its name
     * @param path where it is, e.g. {@code /desk/office/staffing}
     * @param level what seeing it needs; null for everyone who has signed in; ignored in the public zone
     * @param order position; rooms use their own hundred (report 100, office 200, accounts 900, kernel 950)
     */
    record Item(
            String room,
            String title,
            String path,
            @Nullable Level level,
            int order) {
        public boolean isFor(@Nullable Actor actor) {
            return isPublic() || (actor != null && (level == null || actor.may(room, level)));
        }

        public boolean isPublic() {
            return !path.startsWith("/desk");
        }
    }
}
