package kr.madang.approvals.dispatch.office;

/** Hands other tests of the room a postman for a mail server of theirs. */
public final class PostOffice {
    private PostOffice() {}

    public static Postman at(int port) {
        var office = new OfficeName("마당구청", "");
        return new Postman(new Mail("127.0.0.1", port, "", "", "doc@madang.example", false, office), office);
    }

    /** Where no mail server is set up. */
    public static Postman none() {
        var office = new OfficeName("마당구청", "");
        return new Postman(new Mail("", 25, "", "", "", false, office), office);
    }
}
