package org.cotejo.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the smallest workbooks that a spreadsheet would open, so that tests can put anything into their parts. */
public final class Xlsx {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public Xlsx() {
        part("[Content_Types].xml", """
                <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/sharedStrings.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                </Types>""");
        part("_rels/.rels", """
                <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>""".formatted(REL));
        part("xl/workbook.xml", """
                <?xml version="1.0"?><workbook xmlns="%s" xmlns:r="%s"><sheets>
                <sheet name="Actas" sheetId="1" r:id="rId1"/></sheets></workbook>""".formatted(MAIN, REL));
        part("xl/_rels/workbook.xml.rels", """
                <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId2" Type="%1$s/sharedStrings" Target="sharedStrings.xml"/>
                </Relationships>""".formatted(REL));
    }

    public Xlsx part(String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Xlsx part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    public Xlsx without(String name) {
        parts.remove(name);
        return this;
    }

    public Xlsx sharedStrings(String... strings) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><sst xmlns=\"" + MAIN + "\">");
        for (String string : strings) {
            xml.append("<si><t>").append(string).append("</t></si>");
        }
        return part("xl/sharedStrings.xml", xml.append("</sst>").toString());
    }

    /** The rows of the one sheet as XML. */
    public Xlsx sheet(String rows) {
        return part(
                "xl/worksheets/sheet1.xml",
                "<?xml version=\"1.0\"?><worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    /** One row of inline texts and numbers: a text that begins with # is written as a number. */
    public static String row(int number, String... cells) {
        StringBuilder xml = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String reference = (char) ('A' + i) + "" + number;
            if (cells[i].startsWith("#")) {
                xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(reference, cells[i].substring(1)));
            } else if (!cells[i].isEmpty()) {
                xml.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, cells[i]));
            }
        }
        return xml.append("</row>").toString();
    }

    public byte[] bytes() {
        if (!parts.containsKey("xl/sharedStrings.xml")) {
            sharedStrings();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
