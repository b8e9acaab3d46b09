package org.cotejo.capture;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is made of a picture beside its reading, each a PNG of brightness alone, private as the picture is. */
public final class Extras {
    private final boolean withOverlay;
    private final boolean withCrops;
    private final ByteArrayOutputStream overlay = new ByteArrayOutputStream();
    private final Map<String, byte[]> crops = new LinkedHashMap<>();

    /** {@code withOverlay}: draw what was read; {@code withCrops}: cut out the numbers that people must look at. */
    public Extras(boolean withOverlay, boolean withCrops) {
        this.withOverlay = withOverlay;
        this.withCrops = withCrops;
    }

    boolean withOverlay() {
        return withOverlay;
    }

    boolean withCrops() {
        return withCrops;
    }

    ByteArrayOutputStream overlayOut() {
        return overlay;
    }

    void crop(String name, byte[] png) {
        crops.putIfAbsent(name, png);
    }

    /** The picture with what was read drawn over it; empty where the file is no picture or none was wanted. */
    public byte[] overlay() {
        return overlay.toByteArray();
    }

    /** Cut-outs for people, by the row and page that they show. */
    public Map<String, byte[]> crops() {
        return java.util.Collections.unmodifiableMap(crops);
    }
}
