package downbeat.web.command;

/** What one check found. */
record Finding(String what, boolean ok, String detail) {
    static Finding ok(String what, String detail) {
        return new Finding(what, true, detail);
    }

    static Finding fail(String what, String detail) {
        return new Finding(what, false, detail);
    }
}
