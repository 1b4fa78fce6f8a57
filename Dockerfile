# Builds Docent from its sources and runs it as a user without rights.
#   docker build -t docent .
#   docker run -p 8080:8080 -v docent-data:/data -v "$PWD/documents:/documents:ro" docent
# The first start prints an access token, since the port is open to others; keep it.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
COPY prompts prompts
RUN mvn -B -ntp -DskipTests package && mv target/docent-*.jar docent.jar

FROM eclipse-temurin:25-jre
# Tesseract reads scanned pages; curl asks the health check and the question below.
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl tesseract-ocr \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --uid 10001 docent \
    && install -d -o docent /app /data /documents
WORKDIR /app
USER docent
COPY --from=build /build/docent.jar .
COPY seeds /documents
COPY prompts /app/prompts

# One start that answers one question tells the JVM which classes to keep ready: later starts take a fraction.
RUN DOCENT_DATA=/tmp/training DOCENT_INGEST_FOLDER=/documents \
        java -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -Xms48m -XX:TrimNativeHeapInterval=10000 \
        -Xlog:aot=off -XX:AOTCacheOutput=docent.aot -jar docent.jar & \
    curl -sf --retry 60 --retry-delay 1 --retry-connrefused localhost:8080/health \
    && curl -sf localhost:8080/api/chat -H 'Content-Type: application/json' -d '{"question": "What is this about?"}' \
    && kill $! && wait $!; \
    rm -rf /tmp/training; test -f docent.aot

ENV MICRONAUT_SERVER_HOST=0.0.0.0 DOCENT_DATA=/data DOCENT_INGEST_FOLDER=/documents
VOLUME /data
EXPOSE 8080
HEALTHCHECK --start-period=60s CMD curl -sf http://localhost:8080/health || exit 1
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC", "-Xms48m", "-XX:TrimNativeHeapInterval=10000", "-XX:MaxRAMPercentage=60", "-XX:AOTCache=docent.aot", "-jar", "docent.jar"]
