# Packages are installed in their own stage, so that source changes don't download them again.
FROM oven/bun:1.4.5-slim AS packages
WORKDIR /app
COPY package.json bun.lock bunfig.toml ./
RUN bun install --frozen-lockfile --production

FROM oven/bun:1.4.5-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 REPLOG_DATA=/data
COPY --from=packages /app/node_modules ./node_modules
COPY package.json tsconfig.json openapi.yaml LICENSE ./
COPY generated ./generated
COPY src ./src
COPY scripts/start ./scripts/start
RUN bun scripts/start/build.ts build/server
# A named volume inherits the owner and permissions of this folder.
RUN install -d -o bun -g bun -m 700 /data
VOLUME /data
USER bun
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
  CMD ["bun", "-e", "const response = await fetch(`http://127.0.0.1:${process.env.PORT}/livez`); process.exit(response.ok ? 0 : 1)"]
# Not through `bun run`, so that signals reach the server itself.
CMD ["bun", "build/server/main.js"]
