package io.docent.answer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a number measures.
 *
 * @param dimension quantities of one dimension can be compared
 * @param factor to the dimension's base unit
 */
record MeasureUnit(String dimension, double factor) {

    static final MeasureUnit NONE = new MeasureUnit("", 1);
    static final MeasureUnit CLOCK = new MeasureUnit("time of day", 1);
    static final MeasureUnit DECADE = new MeasureUnit("decade", 1);
    static final MeasureUnit CENTURY = new MeasureUnit("century", 1);
    static final MeasureUnit ORDINAL = new MeasureUnit("order", 1);

    private static final String CENTS = "cents";
    private static final double LITRES_OF_A_CUBE = 1000;

    private static final Map<String, MeasureUnit> BY_NAME = new HashMap<>();

    static {
        add("length", 1, "m metre metres meter meters");
        add("length", 1000, "km kilometre kilometres kilometer kilometers");
        add("length", 0.01, "cm centimetre centimetres centimeter centimeters");
        add("length", 0.001, "mm millimetre millimetres millimeter millimeters");
        add("length", 1609.344, "mi mile miles");
        add("length", 0.3048, "ft foot feet");
        add("length", 0.9144, "yd yard yards");
        add("length", 0.0254, "inch inches");
        add("mass", 1, "kg kilogram kilograms kilo kilos");
        add("mass", 0.001, "g gram grams");
        add("mass", 1e-6, "mg milligram milligrams");
        add("mass", 1000, "tonne tonnes ton tons");
        add("mass", 0.45359237, "lb lbs");
        add("mass", 0.028349523, "oz ounce ounces");
        add("volume", 1, "l litre litres liter liters");
        add("volume", 0.001, "ml millilitre millilitres milliliter milliliters");
        add("volume", 3.785411784, "gallon gallons");
        add("volume", 1000, "m³");
        add("volume", 0.005, "teaspoon teaspoons tsp");
        add("volume", 0.015, "tablespoon tablespoons tbsp");
        add("volume", 0.01, "cl centilitre centilitres centiliter centiliters");
        add("volume", 0.1, "dl decilitre decilitres deciliter deciliters");
        add("area", 1, "m² sqm");
        add("area", 1e-4, "cm²");
        add("area", 1e6, "km²");
        add("area", 1e4, "ha hectare hectares");
        add("area", 4046.8564224, "acre acres");
        add("time", 1e-3, "ms millisecond milliseconds");
        add("time", 1, "s sec secs second seconds");
        add("time", 60, "min mins minute minutes");
        add("time", 3600, "h hr hrs hour hours");
        add("time", 86400, "day days");
        add("time", 604800, "week weeks");
        add("time", 1209600, "fortnight fortnights");
        add("months", 1, "month months");
        add("months", 12, "year years yr yrs");
        add("months", 120, "decade decades");
        add("months", 1200, "century centuries");
        add("bytes", 1, "byte bytes");
        add("bytes", 1e3, "kb kilobyte kilobytes");
        add("bytes", 1024, "kib");
        add("bytes", 1e6, "mb megabyte megabytes");
        add("bytes", 1048576, "mib");
        add("bytes", 1e9, "gb gigabyte gigabytes");
        add("bytes", 1073741824, "gib");
        add("bytes", 1e12, "tb terabyte terabytes");
        add("bits", 1, "bit bits");
        add("share", 1, "% percent pct percentage");
        BY_NAME.put("per cent", known("%"));
        add(CENTS, 0.01, "cent cents ¢");
        add("dollars", 1, "$ usd dollar dollars us$");
        add("euros", 1, "€ eur euro euros");
        add("pounds", 0.01, "penny pence");
        add("pounds", 1, "£ gbp pound pounds sterling");
        add("yen", 1, "¥ jpy yen");
        add("yuan", 1, "yuan rmb cny renminbi");
        add("rupees", 1, "rupee rupees inr ₹");
        add("francs", 1, "franc francs chf");
        add("crowns", 1, "crown crowns krone kroner krona kronor nok sek dkk");
        add("celsius", 1, "°c celsius centigrade");
        add("fahrenheit", 1, "°f fahrenheit");
        add("kelvin", 1, "kelvin kelvins");
        add("degrees", 1, "° degree degrees");
        add("power", 1, "w watt watts");
        add("power", 1e3, "kw kilowatt kilowatts");
        add("power", 1e6, "mw megawatt megawatts");
        add("power", 1e9, "gw gigawatt gigawatts");
        add("power", 745.7, "hp horsepower");
        add("energy", 1, "wh");
        add("energy", 1e3, "kwh");
        add("energy", 1e6, "mwh");
        add("voltage", 1, "v volt volts");
        add("current", 1, "amp amps ampere amperes");
        add("frequency", 1, "hz hertz");
        add("frequency", 1e3, "khz kilohertz");
        add("frequency", 1e6, "mhz megahertz");
        add("frequency", 1e9, "ghz gigahertz");
        add("pressure", 1, "pa pascal pascals");
        add("pressure", 1e3, "kpa");
        add("pressure", 1e5, "bar bars");
        add("pressure", 6894.757, "psi");
        add("speed", 1, "mph");
        add("speed", 0.621371, "km/h kmh kph");
    }

    private static void add(String dimension, double factor, String names) {
        for (String name : names.split(" ")) {
            BY_NAME.put(name, new MeasureUnit(dimension, factor));
        }
    }

    /** Cents are of whatever currency has them. */
    boolean isComparableWith(MeasureUnit other) {
        return dimension.equals(other.dimension)
                || (dimension.equals(CENTS) && other.hasCents())
                || (hasCents() && other.dimension.equals(CENTS));
    }

    /** Minutes are a whole number of seconds, miles are none of kilometres. */
    boolean isExactIn(MeasureUnit other) {
        double ratio = Math.max(factor, other.factor) / Math.min(factor, other.factor);
        return Math.abs(ratio - Math.rint(ratio)) < 1e-9;
    }

    private boolean hasCents() {
        return dimension.equals("dollars") || dimension.equals("euros");
    }

    /** The area, or the volume, of a square or a cube with this unit as its side; itself where it is no length. */
    MeasureUnit toThePowerOf(int power) {
        if (!dimension.equals("length")) {
            return this;
        }
        double base = Math.pow(factor, power);
        return power == 2 ? new MeasureUnit("area", base) : new MeasureUnit("volume", base * LITRES_OF_A_CUBE);
    }

    private static MeasureUnit known(String name) {
        MeasureUnit unit = BY_NAME.get(name);
        if (unit == null) {
            throw new IllegalStateException(name + " is no unit");
        }
        return unit;
    }

    /** The unit that goes by a name or sign, in lower case; null where there is none. */
    static @Nullable MeasureUnit named(String name) {
        return BY_NAME.get(name);
    }
}
