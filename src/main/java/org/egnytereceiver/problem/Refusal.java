package org.egnytereceiver.problem;

/** Thrown where a request ends with a refusal; becomes its answer in {@link RefusalMapper}. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** @param problem what the caller is told */
    public Refusal(Problem problem) {
        super(problem.type().title(), null, false, false);
        this.problem = problem;
    }

    /** A refusal without a further sentence. */
    public static Refusal of(ProblemType type) {
        return new Refusal(Problem.of(type));
    }

    /** A refusal with a sentence that tells the caller what to change. */
    public static Refusal of(ProblemType type, String detail) {
        return new Refusal(Problem.of(type, detail));
    }

    Problem problem() {
        return problem;
    }
}
