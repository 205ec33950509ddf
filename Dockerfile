# Builds on the architecture it will run on: code that is compiled ahead is for one only.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/ src/
RUN dotnet publish src/ReadinessPortal.Web -c Release -p:PublishProfile=Image -o /published

# What .NET needs of the system; .NET itself comes with the portal.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
WORKDIR /app
COPY --from=build /published ./
# Uploads are received here before they are stored: a real disk, not a tmpfs.
RUN mkdir -m 0700 /var/spool/readiness && chown $APP_UID /var/spool/readiness
USER $APP_UID
ENV ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS=http://+:8080 Evidence__SpoolFolder=/var/spool/readiness
VOLUME /var/spool/readiness
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=12s --start-period=60s \
    CMD ["./ReadinessPortal.Web", "health", "--port", "8080"]
ENTRYPOINT ["./ReadinessPortal.Web"]
CMD ["run"]
