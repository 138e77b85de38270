import { RecordCardsSkeleton as Loading } from "@/components/shell/record-skeleton";

export default Loading;
