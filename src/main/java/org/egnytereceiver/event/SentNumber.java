package org.egnytereceiver.event;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number spelled as it was sent. Its value is computed only when asked for: a literal such as {@code 1e99999999999}
 * has none that Java can hold, so two of them are equal when they are spelled alike.
 */
record SentNumber(String literal) implements JsonNumber {

    @Override
    public BigDecimal bigDecimalValue() {
        return new BigDecimal(literal);
    }

    @Override
    public Number numberValue() {
        return bigDecimalValue();
    }

    @Override
    public boolean isIntegral() {
        return bigDecimalValue().scale() == 0;
    }

    @Override
    public int intValue() {
        return bigDecimalValue().intValue();
    }

    @Override
    public int intValueExact() {
        return bigDecimalValue().intValueExact();
    }

    @Override
    public long longValue() {
        return bigDecimalValue().longValue();
    }

    @Override
    public long longValueExact() {
        return bigDecimalValue().longValueExact();
    }

    @Override
    public BigInteger bigIntegerValue() {
        return bigDecimalValue().toBigInteger();
    }

    @Override
    public BigInteger bigIntegerValueExact() {
        return bigDecimalValue().toBigIntegerExact();
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(literal);
    }

    @Override
    public ValueType getValueType() {
        return ValueType.NUMBER;
    }

    @Override
    public String toString() {
        return literal;
    }
}
