/**
 * Timed work (정기 작업). A room registers a {@code Job} bean: a name, a timing in Seoul time, and what to do. The nodes of one office share the
 * schedule in the database: each due run happens on one of them, and a run whose node died is taken over. Runs are written down
 * and shown to the operator, who may also start one by hand.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.jobs;
