package dev.readygate.cli.imports;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The file formats that the command reads into data of evidence. */
public enum Format {
    JUnit(JUnitXmlReader::data),
    JaCoCo(JaCoCoXml::data),
    Cobertura(CoberturaXml::data),
    Lcov(LcovFile::data),
    Sarif(SarifLog::data),
    K6(K6Summary::data),
    JMeter(JMeterStatistics::data);

    private final Function<List<ImportFile>, Map<String, Object>> reading;

    Format(Function<List<ImportFile>, Map<String, Object>> reading) {
        this.reading = reading;
    }

    /** @throws WrongFile if a file has another format, or is incomplete */
    public Map<String, Object> data(List<ImportFile> files) {
        return reading.apply(files);
    }
}
