package kr.madang.kernel.jobs;

/** The plug through which a room registers timed work (정기 작업). */
public interface Job {
    /** Unique and never changed, e.g. {@code events.resubmission}; the message {@code job.<name>} is its title. */
    String name();

    Timing timing();

    /**
     * Does the work. May be cut off at any point by a kill and is then run again, so it must not mind being run twice.
     *
     * @return what was done, for the operator; no personal data
     */
    String run();
}
