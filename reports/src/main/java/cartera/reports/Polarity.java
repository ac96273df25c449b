package cartera.reports;

import java.math.BigDecimal;

/** Whether more is better. */
public enum Polarity {
    UP(1),
    DOWN(-1),
    NONE(0);

    private final int sign;

    Polarity(int sign) {
        this.sign = sign;
    }

    /** 1 if a change of {@code delta} is good, -1 if it is bad, 0 if it is neither. */
    public int judge(BigDecimal delta) {
        return delta.signum() * sign;
    }
}
